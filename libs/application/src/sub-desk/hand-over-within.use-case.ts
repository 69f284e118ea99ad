import type { AssignmentInput } from '../case/assignment-input.ts';
import type { CaseView } from '../case/case-view.ts';
import { onCase } from '../case/on-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { ensureSubDesk } from './sub-desks.ts';

export interface HandOverWithinInput extends AssignmentInput {
  /** Absent: back to the whole office. */
  readonly subDeskId?: string;
  readonly text?: string;
}

/** 内部流转: the unit's duty goes to another of its sub-desks. Errors: sub-desk.unknown and the domain's. */
export function handOverWithin(context: UseCaseContext, input: HandOverWithinInput): Promise<CaseView> {
  const { caseNumber, assignmentId, subDeskId, text } = input;
  return onCase(context, caseNumber, async (transaction) => {
    const { em, actor } = transaction;
    if (subDeskId && actor.unitId) await ensureSubDesk(em, subDeskId, actor.unitId);
    return {
      type: 'hand-over-within',
      assignmentId,
      ...(subDeskId ? { subDeskId } : {}),
      ...(text ? { text: await transaction.text(caseNumber, text) } : {}),
    };
  });
}
