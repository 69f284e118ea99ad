import { ensureUnit } from '../organisation/known.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface RaiseDisputeInput extends AssignmentInput {
  /** The units that it might be the duty of. */
  readonly unitIds: readonly string[];
  readonly text: string;
}

/** 职责争议: by the unit, or by the center. Errors: unit.unknown, the domain's. */
export function raiseDispute(context: UseCaseContext, input: RaiseDisputeInput): Promise<CaseView> {
  const { caseNumber, assignmentId, unitIds } = input;
  return onCase(context, caseNumber, async ({ em, text }) => {
    for (const unitId of unitIds) await ensureUnit(em, unitId);
    return { type: 'raise-dispute', assignmentId, unitIds, text: await text(caseNumber, input.text) };
  });
}
