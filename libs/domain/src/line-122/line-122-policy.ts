import type { Term } from '../working-time/working-time.ts';

export const HELP_KINDS = ['dispute', 'water-and-power', 'lock', 'complaint', 'other'] as const;
/** 纠纷, 水电, 开锁, 投诉, 其他: what people ask of the help line that was split from 110. */
export type HelpKind = (typeof HELP_KINDS)[number];

/** How long each wait of a unit may last, in minutes that run day and night. */
export interface MinuteTerms {
  readonly acknowledge: Term;
  /** To be there, or to report. */
  readonly firstReport: Term;
  readonly due: Term;
}

/** 122社会服务求助: the round-the-clock line that the city's police gave to 12345 on 2006-04-01 (the seed, 四、一). */
export interface Line122Policy {
  /** Elsewhere 122 is apart: then nobody registers under its channel. */
  readonly offered: boolean;
  /** How long the desk has to answer or assign. */
  readonly answer: Term;
  /** How long the center has to rule on a return. */
  readonly ruling: Term;
  readonly terms: Readonly<Record<HelpKind, MinuteTerms>>;
}

const minutes = (acknowledge: number, firstReport: number, hours: number): MinuteTerms => ({
  acknowledge: { minutes: acknowledge },
  firstReport: { minutes: firstReport },
  due: { minutes: hours * 60 },
});

export const DEFAULT_LINE_122: Line122Policy = {
  offered: true,
  answer: { minutes: 10 },
  ruling: { minutes: 30 },
  terms: {
    dispute: minutes(10, 30, 8),
    'water-and-power': minutes(10, 30, 6),
    lock: minutes(10, 30, 2),
    complaint: minutes(10, 60, 24),
    other: minutes(10, 30, 12),
  },
};
