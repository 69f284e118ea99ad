import { evolveArticle, type ArticleContent, type ArticleEvent, type ArticleState } from '@hotline/domain';
import { ArticleEntity, ArticleVersionEntity } from '@hotline/persistence';
import type { StreamShape } from '../ledger/change-stream.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import { sourcesOf } from './article-words.ts';
import { normal, vectorOf } from './search-terms.ts';

/** How an article is folded, and the rows by which people find it and read its versions. */
export const ARTICLE: StreamShape<ArticleState> = {
  kind: 'article',
  evolve: (state, event) => evolveArticle(state, event as ArticleEvent),
  async project(transaction, state, events, before) {
    for (const event of events as readonly ArticleEvent[]) await projectVersion(transaction, state.articleId, event);
    const shownBefore = before && shownOf(before)?.version;
    const shown = shownOf(state);
    const words = shown && shown.version !== shownBefore ? await wordsOf(transaction, state, shown.version) : {};
    const facts = { ...standingOf(state, transaction), ...words };
    if (before) await transaction.em.nativeUpdate(ArticleEntity, { id: state.articleId }, facts);
    else await transaction.em.insert(ArticleEntity, { id: state.articleId, used: 0, ...facts } as never);
  },
};

/** The version that lists and searches show: what is offered, else what is being written. */
const shownOf = ({ published, draft }: ArticleState) => published ?? draft;

async function projectVersion({ em, wordsOf: words }: Transaction, id: string, event: ArticleEvent): Promise<void> {
  if (event.type === 'ArticleDrafted' || event.type === 'ArticleRevised') {
    const content: ArticleContent = event.payload;
    await em.insert(ArticleVersionEntity, {
      articleId: id,
      version: event.payload.version,
      title: words(content.title),
      question: words(content.question),
      answer: words(content.answer),
      sources: sourcesOf(words(content.sources)),
      categoryId: content.categoryId,
      ownerUnitId: content.ownerUnitId ?? null,
      validUntil: content.validUntil ?? null,
      writtenBy: event.by,
      writtenAt: new Date(event.at),
    });
  }
  if (event.type === 'ArticleReviewed' && event.payload.accepted)
    await em.nativeUpdate(
      ArticleVersionEntity,
      { articleId: id, version: event.payload.version },
      { publishedBy: event.by, publishedAt: new Date(event.at) },
    );
}

function standingOf(state: ArticleState, { now }: Transaction) {
  const { status, published, draft } = state;
  const shown = shownOf(state);
  return {
    status,
    updatedAt: new Date(now),
    validUntil: shown?.validUntil ?? null,
    expiresAt: published?.expiresAt ? new Date(published.expiresAt) : null,
    draftVersion: draft?.version ?? null,
    draftSubmitted: draft?.submitted ?? false,
    doubts: published?.doubts ?? 0,
  };
}

async function wordsOf({ em }: Transaction, { articleId }: ArticleState, version: number) {
  const row = await em.findOneOrFail(ArticleVersionEntity, { articleId, version }, { disableIdentityMap: true });
  const { title, question, answer, sources, categoryId, ownerUnitId, publishedAt } = row;
  return {
    version,
    title,
    question,
    answer,
    categoryId,
    ownerUnitId,
    publishedAt,
    search: normal([title, question, answer, ...sources].join('\n')),
    headTerms: vectorOf([title, 'A'], [question, 'B']),
    terms: vectorOf([title, 'A'], [question, 'B'], [answer, 'C'], [sources.join('\n'), 'C']),
  };
}
