import { ensure } from '../../domain-error.ts';
import { nextAction } from '../../ledger/ladder.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { event } from './decision.ts';

/** 快进: the clock of a training case goes forward; what falls due meanwhile acts at its own instant. */
export function advanceClock(state: CaseState, { milliseconds }: CaseCommandOf<'advance-clock'>): NewCaseEvent[] {
  ensure(state.training !== undefined, 'training.real-case');
  ensure(nextAction(state) !== undefined, 'training.nothing-comes');
  return [event('ClockAdvanced', { milliseconds })];
}
