import type { CaseView } from '../case/case-view.ts';
import { onCase } from '../case/on-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** 短信回访: asks the citizen by a short message with a link; where he does not answer in its term, he is called. */
export function inviteCallback(context: UseCaseContext, input: { readonly caseNumber: string }): Promise<CaseView> {
  return onCase(context, input.caseNumber, async () => ({ type: 'invite-callback' }));
}
