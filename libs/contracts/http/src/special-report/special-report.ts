import { z } from 'zod';
import { named } from '../contract.ts';
import { caseNumber, identifier } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { pageOf, pageQuery } from '../text/page.ts';
import { timelineEntry } from '../timeline/timeline.ts';
import { note, searchWords, text } from '../text/words.ts';

const substance = {
  trouble: text('症结'),
  cause: text('原因'),
  wayOut: text('途径'),
  tried: text('已做工作'),
  asked: text('请示事项'),
};

const SUBSTANCE_EXAMPLE = {
  trouble: '老旧宿舍下水道反复堵塞。',
  cause: '产权单位已改制，管道无人养护。',
  wayOut: '由住建局代为更换，费用从维修基金列支。',
  tried: '催办三次、督办一次、会办一次。',
  asked: '请明确由住建局牵头，年底前办结。',
};

/** 起草专题专报: what is left out is drafted from the ledger. */
export const reportDraft = named('ReportDraft', z.strictObject(substance).partial(), SUBSTANCE_EXAMPLE);
export type ReportDraft = z.input<typeof reportDraft>;

/** 修改 */
export const reportRevision = named('ReportRevision', z.strictObject(substance), SUBSTANCE_EXAMPLE);
export type ReportRevision = z.input<typeof reportRevision>;

/** 并报: which cases the draft covers besides its own. */
export const reportCoverage = named(
  'ReportCoverage',
  z.strictObject({ caseNumbers: z.array(caseNumber()).max(19).default([]) }),
  { caseNumbers: ['202601060007'] },
);
export type ReportCoverage = z.input<typeof reportCoverage>;

export const FOLDERS = ['urgent', 'weekly'] as const;
/** 急件夹, 每周专报夹 */
export const reportFolder = named('ReportFolder', z.enum(FOLDERS));
export type ReportFolder = z.infer<typeof reportFolder>;

/** 呈报 */
export const reportSubmission = named(
  'ReportSubmission',
  z.strictObject({
    folder: reportFolder.default('urgent').meta({ description: '急件立即送达；其余放入每周专报夹，每周一次送达' }),
  }),
  { folder: 'weekly' },
);

/** 批示 */
export const instruction = named(
  'Instruction',
  z.strictObject({
    text: text('批示'),
    dueAt: instant().meta({ description: '落实期限' }),
    parts: z
      .array(z.strictObject({ unitId: identifier('责任单位'), text: note('分工'), dueAt: instant() }))
      .max(30)
      .default([]),
  }),
  {
    text: '请住建局牵头，年底前办结，结果报我。',
    dueAt: '2026-12-31T17:30:00+08:00',
    parts: [{ unitId: 'zhujian', text: '更换管道', dueAt: '2026-12-20T17:30:00+08:00' }],
  },
);
export type Instruction = z.input<typeof instruction>;

/** 批示落实跟踪 */
export const followUp = named(
  'FollowUp',
  z.strictObject({ text: text('落实情况'), partId: identifier('完成的分工').optional() }),
  { text: '管道已更换过半。' },
);
export type FollowUp = z.input<typeof followUp>;

/** 到期未落实: whether the executive deputy mayor is told. */
export const openInstruction = named(
  'OpenInstructionDecision',
  z.strictObject({ tell: z.boolean().meta({ description: '是否报告常务副市长' }), text: text('未落实情况、理由') }),
  { tell: true, text: '资金仍未落实，请协调。' },
);
export type OpenInstructionDecision = z.input<typeof openInstruction>;

export const REPORT_RESULTS = ['solved', 'unsolved', 'withdrawn'] as const;
/** 专报办结 */
export const reportEnding = named(
  'ReportEnding',
  z.strictObject({ result: z.enum(REPORT_RESULTS), text: text('结果') }),
  { result: 'solved', text: '管道已全部更换，来电人满意。' },
);
export type ReportEnding = z.input<typeof reportEnding>;

export const REPORT_STATUSES = ['draft', 'submitted', 'instructed', 'ended'] as const;
/** 草稿, 待批示, 已批示, 已办结 */
export const reportStatus = named('ReportStatus', z.enum(REPORT_STATUSES));

export const REPORT_STANDINGS = [
  'draft',
  'waiting',
  'delivered',
  'read',
  'instructed',
  'followed',
  'overdue',
  'ended',
] as const;
/** 草稿, 在每周专报夹待送, 已送达, 已阅, 已批示, 落实中, 逾期, 已办结 */
export const reportStanding = named('ReportStanding', z.enum(REPORT_STANDINGS));
export type ReportStanding = z.infer<typeof reportStanding>;

/** 已阅 */
export const reportReading = named('ReportReading', z.strictObject({}));

/** 专报夹计数 */
export const reportCounts = named(
  'ReportCounts',
  z.object({
    items: z.array(z.object({ folder: reportFolder.optional(), standing: reportStanding, count: z.int() })),
  }),
);
export type ReportCounts = z.infer<typeof reportCounts>;
export const reportCountQuery = z.strictObject({ deputyMayorId: identifier('分管副市长').optional() });

export const PART_STATUSES = ['open', 'reported', 'done', 'over'] as const;
/** 待落实, 已报落实待审核, 已落实, 专报已办结 */
export const partStatus = named('PartStatus', z.enum(PART_STATUSES));
export type PartStatus = z.infer<typeof partStatus>;

/** 落实情况的往来 */
const partWord = named(
  'PartWord',
  z.object({
    at: answeredInstant(),
    byName: z.string(),
    kind: z.enum(['progress', 'done', 'accepted', 'sent-back']),
    text: z.string().optional(),
  }),
);

/** 单位报告落实情况 */
export const partReport = named(
  'PartReport',
  z.strictObject({ text: text('落实情况'), done: z.boolean().meta({ description: '已落实，请中心审核' }) }),
  { text: '管道已全部更换，住户已确认。', done: true },
);
export type PartReport = z.input<typeof partReport>;

/** 中心审核落实情况 */
export const partReview = named(
  'PartReview',
  z.strictObject({ accepted: z.boolean(), text: note('退回理由').optional() }),
  { accepted: false, text: '二单元尚未更换。' },
);
export type PartReview = z.input<typeof partReview>;

/** 批示分工, as its unit sees it */
export const instructionPart = named(
  'InstructionPart',
  z.object({
    reportId: z.string(),
    partId: z.string(),
    revision: z.int().meta({ description: 'The ETag' }),
    cases: z.array(z.object({ caseNumber: z.string(), title: z.string() })),
    deputyMayorName: z.string(),
    instruction: z.string(),
    unitId: z.string(),
    text: z.string(),
    dueAt: answeredInstant(),
    status: partStatus,
    doneAt: answeredInstant().optional(),
    said: z.array(partWord),
  }),
);
export type InstructionPart = z.infer<typeof instructionPart>;
export const instructionPartPage = named('InstructionPartPage', pageOf(instructionPart));
export const instructionPartQuery = z.strictObject({ status: partStatus.optional(), ...pageQuery });

const reportWords = named(
  'ReportWords',
  z.object({ trouble: z.string(), cause: z.string(), wayOut: z.string(), tried: z.string(), asked: z.string() }),
);

/** 专报的历次稿本 */
export const reportVersions = named(
  'ReportVersions',
  z.object({
    items: z.array(
      z.object({ version: z.int(), at: answeredInstant(), by: z.string(), byName: z.string(), words: reportWords }),
    ),
  }),
);
export type ReportVersions = z.infer<typeof reportVersions>;

/** 专题专报 */
export const reportView = named(
  'SpecialReport',
  z.object({
    reportId: z.string(),
    caseNumber: z.string(),
    caseTitle: z.string(),
    cases: z.array(z.object({ caseNumber: z.string(), title: z.string() })).meta({ description: '所涉工单，含并报的' }),
    revision: z.int().meta({ description: 'The ETag' }),
    status: reportStatus,
    automatic: z.boolean().meta({ description: '提议逾期未批，自动呈报' }),
    deputyMayorId: z.string(),
    words: reportWords,
    number: z.string().optional().meta({ description: '文号' }),
    issuedAt: answeredInstant().optional(),
    folder: reportFolder.optional(),
    deliverAt: answeredInstant().optional().meta({ description: '每周专报夹的送达时间' }),
    deliveredAt: answeredInstant().optional().meta({ description: '实际送达' }),
    readAt: answeredInstant().optional().meta({ description: '分管副市长首次打开' }),
    standing: reportStanding,
    draftedAt: answeredInstant(),
    instructionBy: answeredInstant().optional(),
    instruction: z.string().optional(),
    dueAt: answeredInstant().optional(),
    parts: z.array(
      z.object({
        id: z.string(),
        unitId: z.string(),
        text: z.string(),
        dueAt: answeredInstant(),
        status: partStatus,
        doneAt: answeredInstant().optional(),
        said: z.array(partWord),
      }),
    ),
    toldTo: z.string().optional().meta({ description: '已报告的常务副市长' }),
    result: z.enum(REPORT_RESULTS).optional(),
    timeline: z.array(timelineEntry),
  }),
);
export type SpecialReport = z.infer<typeof reportView>;

export const reportPage = named('SpecialReportPage', pageOf(reportView));
export const reportQuery = z.strictObject({
  folder: reportFolder.optional(),
  standing: reportStanding.optional(),
  deputyMayorId: identifier('分管副市长').optional(),
  q: searchWords().optional().meta({ description: '检索专报内容、工单标题、文号' }),
  ...pageQuery,
});
