import type { ArticleCitation } from '@hotline/domain';
import { citationsOf } from '../knowledge/cite-articles.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface AnswerDirectlyInput {
  readonly caseNumber: string;
  readonly text: string;
  /** The articles of the knowledge base it was taken from, each in the version that was read out. */
  readonly articles?: readonly ArticleCitation[];
}

/** 直办: answered and closed at the desk, from the knowledge base where it knows. Errors: article.not-published. */
export function answerDirectly(context: UseCaseContext, input: AnswerDirectlyInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async (transaction) => ({
    type: 'answer-directly',
    text: await transaction.text(input.caseNumber, input.text),
    articles: await citationsOf(transaction, input.articles ?? []),
  }));
}
