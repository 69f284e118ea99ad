import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface AnswerDirectlyInput {
  readonly caseNumber: string;
  readonly text: string;
}

/** 直办: answered and closed at the desk. */
export function answerDirectly(context: UseCaseContext, input: AnswerDirectlyInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'answer-directly',
    text: await text(input.caseNumber, input.text),
  }));
}
