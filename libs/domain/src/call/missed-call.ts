import type { Instant } from '../instant.ts';
import type { Recipient } from '../ledger/effect.ts';
import type { WorkingTime } from '../working-time/working-time.ts';
import type { CallPolicy } from './call-policy.ts';

/** Somebody is told that a caller who was missed is still not called back. */
export interface MissedCallRung {
  readonly rung: 'unreturned' | 'still-unreturned';
  readonly at: Instant;
  readonly tells: Extract<Recipient, 'shift-leader' | 'director'>;
}

/** The shift leader hears of it when the return is due, the director when it is late by as long again. */
export function missedCallRungs(
  dueAt: Instant,
  { returnWithin }: CallPolicy,
  time: Pick<WorkingTime, 'add'>,
): readonly MissedCallRung[] {
  return [
    { rung: 'unreturned', at: dueAt, tells: 'shift-leader' },
    { rung: 'still-unreturned', at: time.add(dueAt, returnWithin).at, tells: 'director' },
  ];
}
