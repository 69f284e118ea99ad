import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { pageOf, pageQuery } from '../text/page.ts';
import { text } from '../text/words.ts';

export const QUALITY_MATTERS = ['call', 'case'] as const;
/** 来电质检, 工单质检 */
export const qualityMatter = named('QualityMatter', z.enum(QUALITY_MATTERS));
export const QUALITY_STATUSES = ['checked', 'appealed', 'decided'] as const;
/** 已质检, 申诉中, 已裁定 */
export const qualityStatus = named('QualityStatus', z.enum(QUALITY_STATUSES));

const marks = () =>
  z
    .array(z.strictObject({ item: identifier('质检表的条目'), points: z.int().min(0).max(1_000) }))
    .min(1)
    .max(50)
    .meta({ description: '质检表的每一条打一次分' });
const FULL = [
  { item: 'greeting', points: 20 },
  { item: 'understanding', points: 18 },
  { item: 'answer', points: 25 },
  { item: 'record', points: 16 },
  { item: 'closing', points: 15 },
];

/** 质检表 */
export type QualityForm = z.infer<typeof qualityForm>;
export const qualityForm = named(
  'QualityForm',
  z.object({ items: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string(), points: z.int() })) }),
);

/** 质检 */
export const qualityCheck = named(
  'QualityCheck',
  z.strictObject({
    checked: qualityMatter,
    userId: identifier('被质检的人'),
    marks: marks(),
    text: text('评语').optional(),
  }),
  { checked: 'call', userId: 'leader', marks: FULL, text: '复述不够完整。' },
);
export type QualityCheck = z.input<typeof qualityCheck>;

/** 质检申诉 */
export const qualityAppeal = named('QualityAppeal', z.strictObject({ text: text('申诉理由') }), {
  text: '来电人已先行挂断，无法复述。',
});
export type QualityAppeal = z.input<typeof qualityAppeal>;

/** 申诉裁定 */
export const qualityDecision = named(
  'QualityDecision',
  z.strictObject({ marks: marks().optional(), text: text('裁定理由') }),
  { marks: FULL, text: '录音属实，该条改为满分。' },
);
export type QualityDecision = z.input<typeof qualityDecision>;

/** 一次质检 */
export const qualityCheckView = named(
  'QualityCheckView',
  z.object({
    caseNumber: z.string(),
    checkNumber: z.int(),
    checked: qualityMatter,
    userId: z.string(),
    userName: z.string(),
    checkerId: z.string(),
    checkerName: z.string(),
    at: answeredInstant(),
    marks: z.array(z.object({ item: z.string(), points: z.int() })),
    score: z.int(),
    status: qualityStatus,
  }),
);
export type QualityCheckView = z.infer<typeof qualityCheckView>;
export const qualityPage = named('QualityPage', pageOf(qualityCheckView));
export const qualityQuery = z.strictObject({
  userId: identifier('被质检的人').optional(),
  status: qualityStatus.optional(),
  ...pageQuery,
});

const qualityScore = z.object({
  userId: z.string(),
  userName: z.string(),
  checks: z.int(),
  average: z.number(),
  lowest: z.int(),
  appealed: z.int(),
});
export type QualityScore = z.infer<typeof qualityScore>;
/** 各人得分 */
export const qualityScores = named('QualityScores', z.object({ items: z.array(qualityScore) }));
export const qualityScoreQuery = z.strictObject({
  from: instant().default('2000-01-01T00:00:00.000Z').meta({ description: '何时起' }),
  to: instant().default('2100-01-01T00:00:00.000Z').meta({ description: '何时止，不含' }),
});
