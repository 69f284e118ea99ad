import { decideArticle, maySeeArticle, mayDoArticle, type ArticleCommand, type ArticleState } from '@hotline/domain';
import { lockStream, type Stream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeStream, type Changed } from '../ledger/change-stream.ts';
import { rulesInForce } from '../rules/rules.ts';
import { ensureFresh } from '../use-case/ensure-fresh.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { ARTICLE } from './article-shape.ts';
import { viewArticle, type ArticleView } from './article-view.ts';

/**
 * A person's action on an article, whole: locks it, refuses a stale revision (`article.stale`, with the present state),
 * decides the command, and answers the article as it is then. Errors: article.not-found, also for what is not his to see.
 */
export function onArticle(
  context: UseCaseContext,
  articleId: string,
  toCommand: (transaction: Transaction) => Promise<ArticleCommand>,
): Promise<ArticleView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor } = transaction;
    const row = await lockStream(em, articleId);
    if (!row || row.kind !== 'article' || !maySeeArticle(actor, row.state as ArticleState))
      throw new AppError('article.not-found');
    const state = row.state as ArticleState;
    await ensureFresh(transaction, row, 'article.stale', () => viewArticle(transaction, { row, state }));
    return viewArticle(
      transaction,
      await changeArticle(transaction, { id: articleId, row }, await toCommand(transaction)),
    );
  });
}

/** Decides a command on a locked article, or on one that is to begin; by the policy in force now. */
export async function changeArticle(
  transaction: Transaction,
  stream: { readonly id: string; readonly row?: Stream },
  command: ArticleCommand,
): Promise<Changed<ArticleState>> {
  const { em, now, actor } = transaction;
  const state = stream.row?.state as ArticleState | undefined;
  if (!mayDoArticle(actor, command.type, state)) throw new AppError('access.denied', { action: command.type });
  const events = decideArticle(state, command, { now, actor, ...(await rulesInForce(em, now)) });
  return changeStream(transaction, ARTICLE, stream, events);
}
