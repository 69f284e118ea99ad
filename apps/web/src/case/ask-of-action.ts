import type { Case, CaseAction, Role } from '@hotline/contracts-http';
import type { ActionName, Situation, Target } from '../case-action/action.ts';

export interface AskedAction {
  readonly name: ActionName;
  readonly target: Target;
  readonly situation: Situation;
}

/** Opens the form of an action. */
export type OpenAction = (asked: AskedAction) => void;

/** What a permitted action of a case is done to. A report's own submission goes to the report. */
export function askOfAction(
  { type, assignmentId, proposalId, questionId, transferId }: CaseAction,
  of: Case,
  role: Role,
): AskedAction {
  const assignment = of.assignments.find(({ id }) => id === assignmentId);
  const situation: Situation = {
    role,
    case: of,
    ...(assignment ? { unitName: assignment.unitName } : {}),
    ...(type === 'report-fax' && assignment?.fax ? { suggested: { sheet: assignment.fax.sheet } } : {}),
  };
  const draft = type === 'submit-report' ? of.reports.find(({ status }) => status === 'draft') : undefined;
  if (draft) {
    const { reportId, revision, caseNumber } = draft;
    return { name: type, target: { caseNumber, reportId, revision }, situation: { ...situation, report: draft } };
  }
  const target: Target = {
    caseNumber: of.caseNumber,
    revision: of.revision,
    ...(assignmentId ? { assignmentId } : {}),
    ...(proposalId ? { proposalId } : {}),
    ...(questionId ? { questionId } : {}),
    ...(transferId ? { transferId } : {}),
  };
  return { name: type, target, situation };
}
