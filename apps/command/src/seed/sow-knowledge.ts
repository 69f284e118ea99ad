import type { MikroORM } from '@mikro-orm/postgresql';
import {
  databaseClock,
  doubtArticle,
  draftArticle,
  postBoardEntry,
  reviewArticle,
  submitArticle,
  type ArticleWords,
} from '@hotline/application';
import { dayIndexOf, instantOf, localDayOf, millisecondsOf, type ArticleCitation, type Instant } from '@hotline/domain';
import { contextOf } from './acting.ts';
import { ARTICLE_IN_REVIEW, ARTICLES_OF_AFFAIRS } from './articles-of-affairs.ts';
import { ARTICLES_OF_DAILY_LIFE } from './articles-of-daily-life.ts';
import { BOARD_ENTRIES } from './board-entries.ts';
import type { SampleArticle } from './sample-article.ts';

export const SAMPLE_ARTICLES = [...ARTICLES_OF_DAILY_LIFE, ...ARTICLES_OF_AFFAIRS];

const HOUR = 3_600_000;

/** What was sown: the published articles by their titles, and how many entries the board shows. */
export interface SownKnowledge {
  readonly articles: ReadonlyMap<string, ArticleCitation>;
  readonly boardEntries: number;
}

/**
 * Fills the knowledge base and the board of today through the use cases: operators write, a supervisor publishes. One
 * article waits for its review, and one was doubted.
 */
export async function sowKnowledge(orm: MikroORM): Promise<SownKnowledge> {
  const now = await databaseClock.now(orm.em.fork());
  const articles = new Map<string, ArticleCitation>();
  for (const [index, article] of SAMPLE_ARTICLES.entries()) {
    const articleId = await submitted(orm, article, now, `operator${(index % 3) + 1}`);
    await reviewArticle(contextOf(orm, 'supervisor2'), { articleId, accepted: true });
    articles.set(article.title, { articleId, version: 1 });
  }
  await submitted(orm, ARTICLE_IN_REVIEW, now, 'operator2');
  const doubted = articles.get('老年公交卡的办理和年审');
  if (doubted) {
    const text = '有来电人说桃源镇客运站窗口已经撤了，请核对。';
    await doubtArticle(contextOf(orm, 'operator1'), { articleId: doubted.articleId, text });
  }
  for (const { fromHours, untilHours, article, pinned = false, ...entry } of BOARD_ENTRIES) {
    const citation = article ? articles.get(article) : undefined;
    await postBoardEntry(contextOf(orm, 'leader1'), {
      ...entry,
      pinned,
      ...(citation ? { articleId: citation.articleId } : {}),
      startsAt: instantOf(millisecondsOf(now) + fromHours * HOUR),
      endsAt: instantOf(millisecondsOf(now) + untilHours * HOUR),
    });
  }
  return { articles, boardEntries: BOARD_ENTRIES.length };
}

async function submitted(orm: MikroORM, article: SampleArticle, now: Instant, operator: string): Promise<string> {
  const { validDays, ...rest } = article;
  const words: ArticleWords = {
    ...rest,
    ...(validDays ? { validUntil: localDayOf(dayIndexOf(millisecondsOf(now)) + validDays) } : {}),
  };
  const { articleId } = await draftArticle(contextOf(orm, operator), words);
  await submitArticle(contextOf(orm, operator), { articleId });
  return articleId;
}
