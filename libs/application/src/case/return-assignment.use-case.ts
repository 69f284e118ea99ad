import { AppError } from '../app-error.ts';
import { ensureUnit } from '../organisation/known.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { answeredAs, type AnsweredInput, type AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface ReturnAssignmentInput extends AssignmentInput, AnsweredInput {
  /** The legal basis (法定依据). */
  readonly basis: string;
  readonly proposedUnitId?: string;
  /** The unit head who approved, by name; the head himself needs not say it. */
  readonly approvedBy?: string;
}

/** 退单: with basis, proposed unit and the head's approval. Errors: return.head-approval-missing, unit.unknown, the domain's. */
export function returnAssignment(context: UseCaseContext, input: ReturnAssignmentInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async (transaction) => {
    const { em, text, actor } = transaction;
    const { assignmentId, basis, proposedUnitId } = input;
    if (proposedUnitId) await ensureUnit(em, proposedUnitId);
    if (actor.role !== 'unit-head' && !input.approvedBy) throw new AppError('return.head-approval-missing');
    const approval = input.approvedBy ? await text(input.caseNumber, input.approvedBy) : undefined;
    const approvedBy = approval?.id ?? actor.userId;
    return {
      type: 'return',
      assignmentId,
      basis: await text(input.caseNumber, basis),
      approvedBy,
      ...(proposedUnitId ? { proposedUnitId } : {}),
      ...(await answeredAs(transaction, input)),
    };
  });
}
