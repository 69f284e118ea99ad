import type { Term } from '../working-time/working-time.ts';

/** How the telephone is judged, and how soon who called in vain is called back. */
export interface CallPolicy {
  /** A call answered within so many seconds of ringing was answered in time. */
  readonly answerWithinSeconds: number;
  /** A missed call is returned within this, by the clock. */
  readonly returnWithin: Term;
}

export const DEFAULT_CALLS: CallPolicy = { answerWithinSeconds: 15, returnWithin: { minutes: 30 } };

export const CALL_LINES = ['12345', '122'] as const;
export type CallLine = (typeof CALL_LINES)[number];

export const CALL_OUTCOMES = ['case', 'further-call', 'knowledge', 'nuisance', 'wrong-number', 'missed'] as const;
/** 登记工单, 追加来电, 知识库直接答复, 恶意骚扰, 打错, 未接 */
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
