import { ensure } from '../../domain-error.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { activeAssignments, OPEN_STAGES, type CaseState } from '../case-state.ts';
import { event, inStage } from './decision.ts';

/**
 * 补全分类: kind and category, completed or mended after the call. Terms that run keep their length. Who reported a violation
 * stays hidden once a unit has it. Errors: classify.nothing-new, classify.reporter-stays-hidden.
 */
export function classify(state: CaseState, command: CaseCommandOf<'classify'>): NewCaseEvent[] {
  inStage(state, ...OPEN_STAGES, 'closed');
  const { kind = state.kind, categoryId = state.categoryId } = command;
  ensure(kind !== state.kind || categoryId !== state.categoryId, 'classify.nothing-new');
  const unhides = state.kind === 'violation-report' && kind !== 'violation-report';
  ensure(!unhides || activeAssignments(state).length === 0, 'classify.reporter-stays-hidden');
  return [event('RequestClassified', { kind, categoryId })];
}
