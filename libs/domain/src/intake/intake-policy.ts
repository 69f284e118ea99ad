import type { EffectCode } from '../ledger/effect.ts';
import type { Urgency } from '../policy/policy.ts';

/** How requests are held together as they come in: rules as data, part of a policy version. */
export interface IntakePolicy {
  /** 相似诉求: which open requests are shown beside a new one. */
  readonly similar: {
    /** How far back is looked, in days of the calendar. */
    readonly days: number;
    /** From which likeness on (0 to 1) a request is shown. */
    readonly from: number;
    /** How many at most. */
    readonly atMost: number;
  };
  /** 重复来电: so many calls about one case within so many days of the calendar make it more urgent. */
  readonly repeatedCalls: {
    readonly calls: number;
    readonly days: number;
    readonly urgency: Urgency;
    /** What that means for each assignment with which somebody is not done. */
    readonly effects: readonly EffectCode[];
  };
  /** 突发集中诉求: so many callers about one thing within so many minutes are one incident. */
  readonly incident: {
    readonly callers: number;
    readonly minutes: number;
    /** How alike their requests are, at least. */
    readonly likeness: number;
  };
}

export const DEFAULT_INTAKE: IntakePolicy = {
  similar: { days: 90, from: 0.38, atMost: 8 },
  repeatedCalls: {
    calls: 3,
    days: 7,
    urgency: 'urgent',
    effects: ['notice:urgency-raised:head', 'task:phone-urging:supervision'],
  },
  incident: { callers: 5, minutes: 60, likeness: 0.55 },
};
