import { z } from 'zod';
import { named } from '../contract.ts';
import { articleId, identifier } from '../text/identifier.ts';
import { answeredInstant } from '../text/instant.ts';
import { LENGTHS, line, note, text, title } from '../text/words.ts';
import { timelineEntry } from '../timeline/timeline.ts';

export const ARTICLE_STATUSES = ['draft', 'in-review', 'published', 'expired', 'withdrawn'] as const;
/** 草稿, 审核中, 已发布, 已过期, 已撤下 */
export const articleStatus = named('ArticleStatus', z.enum(ARTICLE_STATUSES));

export const ARTICLE_ACTIONS = ['draft', 'revise', 'submit', 'review', 'doubt', 'confirm', 'withdraw', 'act'] as const;

/** The last day on which an article is offered; the rule refuses days that do not exist. */
const validUntil = () => z.iso.date().meta({ description: '有效期至（含当日），不填为长期', examples: ['2026-12-31'] });

/** 知识条目 */
export const articleWriting = named(
  'ArticleWriting',
  z.strictObject({
    title: title(),
    question: note('市民怎样问'),
    answer: text('答复口径'),
    sources: z.array(line(LENGTHS.title)).max(20).default([]).meta({ description: '依据：文件名称、文号' }),
    categoryId: identifier('诉求分类'),
    ownerUnitId: identifier('责任单位，不填为受理中心').optional(),
    validUntil: validUntil().optional(),
  }),
  {
    title: '居民生活用水怎样计价',
    question: '我家水费怎么算，什么是阶梯水价？',
    answer: '居民用水按年用水量分三级计价，每户每年一结；户内人口多的可凭户口簿申请增加基数。',
    sources: ['关于调整城区居民生活用水价格的通知'],
    categoryId: 'utilities.water',
    ownerUnitId: 'water',
    validUntil: '2026-12-31',
  },
);
export type ArticleWriting = z.input<typeof articleWriting>;

/** 提交审核 */
export const articleSubmission = named('ArticleSubmission', z.strictObject({}));
/** 审核 */
export const articleReview = named(
  'ArticleReview',
  z.strictObject({ accepted: z.boolean(), text: note('审核意见，退回时必填').optional() }),
  { accepted: false, text: '文号已更新，请按新文件修改。' },
);
export type ArticleReview = z.input<typeof articleReview>;
/** 反映有误 */
export const articleDoubt = named('ArticleDoubt', z.strictObject({ text: note('哪里不对') }), {
  text: '市民说窗口已搬到新大厅。',
});
export type ArticleDoubt = z.input<typeof articleDoubt>;
/** 核对无误 */
export const articleConfirmation = named(
  'ArticleConfirmation',
  z.strictObject({ text: note('核对情况'), validUntil: validUntil().optional() }),
  { text: '与主管科室核对，无变化。', validUntil: '2027-12-31' },
);
export type ArticleConfirmation = z.input<typeof articleConfirmation>;
/** 撤下 */
export const articleWithdrawal = named('ArticleWithdrawal', z.strictObject({ text: note('撤下理由') }), {
  text: '政策已废止。',
});
export type ArticleWithdrawal = z.input<typeof articleWithdrawal>;

const version = z.object({
  version: z.int(),
  title: z.string(),
  question: z.string(),
  answer: z.string(),
  sources: z.array(z.string()),
  categoryId: z.string(),
  ownerUnitId: z.string().optional(),
  validUntil: z.string().optional(),
  writtenByName: z.string(),
  writtenAt: answeredInstant(),
  publishedByName: z.string().optional(),
  publishedAt: answeredInstant().optional(),
});

/** One version of an article, as a call was answered from it. */
export const articleVersionView = named('ArticleVersion', version.extend({ articleId: z.string() }));
export type ArticleVersion = z.infer<typeof articleVersionView>;

/** 知识条目: what is offered, and for those who keep it what is being written. */
export const articleView = named(
  'Article',
  z.object({
    articleId: z.string(),
    revision: z.int().meta({ description: 'The ETag' }),
    status: articleStatus,
    published: version.optional(),
    validUntil: z.string().optional(),
    draft: version.extend({ submitted: z.boolean() }).optional(),
    doubts: z.int().meta({ description: '核对前有几人反映有误' }),
    used: z.int().meta({ description: '答复过几次来电' }),
    lastUsedAt: answeredInstant().optional(),
    versions: z.array(
      z.object({ version: z.int(), writtenAt: answeredInstant(), publishedAt: answeredInstant().optional() }),
    ),
    timeline: z.array(timelineEntry),
    actions: z.array(z.enum(ARTICLE_ACTIONS)),
  }),
);
export type Article = z.infer<typeof articleView>;

/** An article in the version that was read out. */
export const articleCitation = named(
  'ArticleCitation',
  z.strictObject({ articleId: articleId(), version: z.int().min(1).max(1_000_000) }),
);
export type ArticleCitation = z.infer<typeof articleCitation>;
