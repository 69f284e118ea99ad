import { isOfUnit } from '../../access/actor.ts';
import type { DecisionContext } from '../../decision-context.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { event, stillOpen } from './decision.ts';

/** 附件: a file is added to an open case; a unit's own is seen by that unit and the center. Errors: case.wrong-stage. */
export function attach(
  state: CaseState,
  { attachmentId, sha256 }: CaseCommandOf<'attach'>,
  { actor }: DecisionContext,
): NewCaseEvent[] {
  stillOpen(state);
  const ofUnit = isOfUnit(actor) && actor.unitId ? { unitId: actor.unitId } : {};
  return [event('AttachmentAdded', { attachmentId, sha256, ...ofUnit })];
}
