import type { Urgency } from '../policy/policy.ts';

/** What decides who is phoned first. */
export interface Pursuit {
  readonly urgency: Urgency;
  /** A mayor or deputy mayor waits for the answer. */
  readonly askedByLeader: boolean;
  /** Province or prefecture wait for the result. */
  readonly handedDown: boolean;
  /** How often citizens called about it, the first included. */
  readonly calls: number;
  /** How often it was done over. */
  readonly redos: number;
  /** Milliseconds of working time since the duty was due; 0 while it is not. */
  readonly late: number;
  /** How often the unit was phoned about it without its being done. */
  readonly urged: number;
}

/** Calls from which a matter counts as pressing: somebody came back for it twice. */
const CALLED_OFTEN = 3;

/** 0 comes first: danger, then who is asked from above, then what presses, then the rest. */
export function pressureOf({ urgency, askedByLeader, handedDown, calls, redos }: Pursuit): number {
  if (urgency === 'emergency') return 0;
  if (askedByLeader) return 1;
  if (handedDown) return 2;
  return urgency === 'urgent' || calls >= CALLED_OFTEN || redos > 0 ? 3 : 4;
}

/** Orders the supervision room's work: by pressure, then the longest overdue, then the most often urged in vain. */
export function inOrderOfPursuit(left: Pursuit, right: Pursuit): number {
  return pressureOf(left) - pressureOf(right) || right.late - left.late || right.urged - left.urged;
}
