import { UnitEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface ReturnAssignmentInput extends AssignmentInput {
  /** The legal basis (法定依据). */
  readonly basis: string;
  readonly proposedUnitId?: string;
  /** The unit head who approved, by name; the head himself needs not say it. */
  readonly approvedBy?: string;
}

/** 退单: with basis, proposed unit and the head's approval. Errors: return.head-approval-missing, unit.unknown, the domain's. */
export function returnAssignment(context: UseCaseContext, input: ReturnAssignmentInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ em, text, actor }) => {
    const { assignmentId, basis, proposedUnitId } = input;
    if (proposedUnitId && !(await em.count(UnitEntity, { id: proposedUnitId, active: true })))
      throw new AppError('unit.unknown', { unitId: proposedUnitId });
    if (actor.role !== 'unit-head' && !input.approvedBy) throw new AppError('return.head-approval-missing');
    const approval = input.approvedBy ? await text(input.caseNumber, input.approvedBy) : undefined;
    const approvedBy = approval?.id ?? actor.userId;
    return {
      type: 'return',
      assignmentId,
      basis: await text(input.caseNumber, basis),
      approvedBy,
      ...(proposedUnitId ? { proposedUnitId } : {}),
    };
  });
}
