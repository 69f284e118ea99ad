import type { ArticleState, ArticlePayloads } from '@hotline/domain';
import type { NoticeFacts } from '@hotline/notifications';
import { ArticleEntity, eventsAfter, findStream, TextEntity, UnitEntity, type Notice } from '@hotline/persistence';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { AppError } from '../app-error.ts';

/** What a notice about an article says, as the article stands when it is sent. Errors: stream.not-found. */
export async function articleNoticeFacts(
  em: SqlEntityManager,
  publicUrl: string,
  notice: Notice,
): Promise<NoticeFacts> {
  const [stream, article] = await Promise.all([
    findStream(em, notice.stream),
    em.findOne(ArticleEntity, { id: notice.stream }, { fields: ['title'], disableIdentityMap: true }),
  ]);
  if (!stream || !article) throw new AppError('stream.not-found');
  const { published, draft } = stream.state as ArticleState;
  const ownerUnitId = (published ?? draft)?.ownerUnitId;
  const owner = ownerUnitId && (await em.findOne(UnitEntity, { id: ownerUnitId }, { disableIdentityMap: true }));
  const facts = {
    key: notice.key,
    recipientName: notice.recipientName,
    at: notice.createdAt.toISOString(),
    link: `${publicUrl}/knowledge/${notice.stream}`,
    articleId: notice.stream,
    title: article.title,
    ...(owner ? { ownerName: owner.name } : {}),
    ...(notice.dueAt ? { due: notice.dueAt.toISOString() } : {}),
  };
  if (notice.kind === 'article-doubted') return { kind: notice.kind, ...facts, text: await wordsOf(em, notice) };
  if (notice.kind === 'article-overdue')
    return { kind: notice.kind, ...facts, matter: notice.subject as 'review' | 'check' | 'validity' };
  if (notice.kind === 'article-expiring' || notice.kind === 'article-expired') return { kind: notice.kind, ...facts };
  throw new Error(`notice ${notice.key} is about no article`);
}

/** What the operator said who doubted it. */
async function wordsOf(em: SqlEntityManager, { stream, eventNumber }: Notice): Promise<string> {
  const event = (await eventsAfter(em, stream, (eventNumber ?? 1) - 1))[0];
  const { text } = (event?.payload ?? {}) as Partial<ArticlePayloads['ArticleDoubted']>;
  const row = text && (await em.findOne(TextEntity, { id: text.id }, { disableIdentityMap: true }));
  return row ? row.words : '';
}
