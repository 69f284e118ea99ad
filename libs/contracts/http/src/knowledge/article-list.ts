import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier } from '../text/identifier.ts';
import { answeredInstant } from '../text/instant.ts';
import { flag, pageQuery } from '../text/page.ts';
import { searchWords } from '../text/words.ts';
import { articleStatus } from './article.ts';

export const ARTICLE_SORTS = ['relevance', 'newest', 'most-used', 'least-used', 'last-used', 'expiring'] as const;

/** Which articles, in which order. */
export const articleQuery = z.strictObject({
  q: searchWords().optional().meta({ description: '字词（两个字即可），或市民的问法' }),
  offered: flag().optional().meta({ description: '只看现在可以答复的' }),
  status: articleStatus.optional(),
  category: identifier('诉求分类，含下级').optional(),
  unit: identifier('责任单位').optional(),
  doubted: flag().optional().meta({ description: '只看有人反映有误的' }),
  sort: z.enum(ARTICLE_SORTS).optional().meta({ description: '缺省：有检索词按相关度，否则最新在前' }),
  ...pageQuery,
});
export type ArticleQuery = z.input<typeof articleQuery>;

/** A piece of text, and whether it is what was searched for. */
const marked = z.array(z.object({ text: z.string(), hit: z.boolean() }));

export const articleRow = named(
  'ArticleRow',
  z.object({
    articleId: z.string(),
    version: z.int(),
    status: articleStatus,
    title: marked,
    excerpt: marked,
    categoryId: z.string(),
    ownerUnitId: z.string().optional(),
    validUntil: z.string().optional(),
    updatedAt: answeredInstant(),
    draftVersion: z.int().optional(),
    inReview: z.boolean(),
    doubts: z.int(),
    used: z.int(),
    lastUsedAt: answeredInstant().optional(),
  }),
);
export type ArticleRow = z.infer<typeof articleRow>;
export const articlePage = named(
  'ArticlePage',
  z.object({
    items: z.array(articleRow),
    next: z.string().optional(),
    reach: z
      .enum(['every', 'part', 'any'])
      .meta({ description: 'every：含全部检索词；part：没有全含的，含所输入的片段；any：都没有，含其中任何一个词' }),
  }),
);
export type ArticlePage = z.infer<typeof articlePage>;
