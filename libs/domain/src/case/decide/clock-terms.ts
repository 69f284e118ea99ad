import type { DecisionContext } from '../../decision-context.ts';
import type { MinuteTerms } from '../../line-122/line-122-policy.ts';
import type { LadderName, Policy } from '../../policy/policy.ts';
import type { Term } from '../../working-time/working-time.ts';
import type { CaseState } from '../case-state.ts';

/** Terms in minutes with the ladders that watch over them. */
interface ClockTerms extends MinuteTerms {
  readonly ladders: {
    readonly acknowledge: LadderName;
    readonly firstReport: LadderName;
    readonly due: LadderName;
  };
}

type Pressing = Pick<CaseState, 'urgency' | 'help' | 'emergencySince'>;

/**
 * The minute terms of a case that runs day and night: of one that was declared an emergency (应急处置), else those of its
 * kind of help on the 122 line, else an urgent call's. Nothing of any other case.
 */
export function clockTermsOf(state: Pressing, policy: Policy): ClockTerms | undefined {
  const { help, urgency, emergencySince } = state;
  if (emergencySince !== undefined) return { ...policy.emergency, ladders: DECLARED };
  if (help !== undefined) return { ...policy.line122.terms[help], ladders: LINE_122 };
  if (urgency !== 'emergency') return undefined;
  const { acknowledgeEmergency: acknowledge, firstReport } = policy.waits;
  return { acknowledge, firstReport, due: policy.emergencyTerm, ladders: EMERGENCY };
}

const DECLARED = {
  acknowledge: 'emergency-acknowledge',
  firstReport: 'emergency-report',
  due: 'emergency-due',
} as const;
const LINE_122 = { acknowledge: 'line-122-acknowledge', firstReport: 'line-122-report', due: 'line-122-due' } as const;
const EMERGENCY = { acknowledge: 'acknowledge-emergency', firstReport: 'first-report', due: 'due' } as const;

/** The ladder of an assignment's due: in minutes where its term is one of the 122 line, or the emergency was declared. */
export function dueLadderOf(state: Pressing, aroundTheClock: boolean, { policy }: DecisionContext): LadderName {
  return (aroundTheClock && clockTermsOf(state, policy)?.ladders.due) || 'due';
}

/** How many minutes the desk has for a case, and by which ladder; nothing where it has its hour. */
export function deskMinutesOf(
  { help, emergencySince }: Pick<CaseState, 'help' | 'emergencySince'>,
  policy: Policy,
): { readonly answer: Term; readonly ladder: LadderName } | undefined {
  if (emergencySince !== undefined) return { answer: policy.emergency.answer, ladder: 'emergency-intake' };
  return help === undefined ? undefined : { answer: policy.line122.answer, ladder: 'line-122-intake' };
}
