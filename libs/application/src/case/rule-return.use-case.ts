import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface RuleReturnInput extends AssignmentInput {
  readonly ruling: 'accepted' | 'rejected' | 'designated';
  readonly text: string;
}

/** The center rules on a return: accepted, rejected, or designated (指定办理). */
export function ruleReturn(context: UseCaseContext, input: RuleReturnInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'rule-return',
    assignmentId: input.assignmentId,
    ruling: input.ruling,
    text: await text(input.caseNumber, input.text),
  }));
}
