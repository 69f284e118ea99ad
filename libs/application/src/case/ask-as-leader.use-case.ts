import type { Instant } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface AskAsLeaderInput {
  readonly caseNumber: string;
  readonly text: string;
  /** By when he wants to be answered; by the policy's term when absent. */
  readonly answerBy?: Instant;
}

/** 领导督办: a mayor or deputy mayor asks about a case. Errors: question.answer-in-past. */
export function askAsLeader(context: UseCaseContext, input: AskAsLeaderInput): Promise<CaseView> {
  const { caseNumber, answerBy } = input;
  return onCase(context, caseNumber, async ({ text }) => ({
    type: 'ask-as-leader',
    text: await text(caseNumber, input.text),
    ...(answerBy ? { answerBy } : {}),
  }));
}

/** The center answers; the leader who asked is told. Errors: question.not-found, question.answered-before. */
export function answerLeader(
  context: UseCaseContext,
  input: { readonly caseNumber: string; readonly questionId: string; readonly text: string },
): Promise<CaseView> {
  const { caseNumber, questionId } = input;
  return onCase(context, caseNumber, async ({ text }) => ({
    type: 'answer-leader',
    questionId,
    text: await text(caseNumber, input.text),
  }));
}
