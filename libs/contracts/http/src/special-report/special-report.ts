import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { pageOf, pageQuery } from '../text/page.ts';
import { timelineEntry } from '../timeline/timeline.ts';
import { note, text } from '../text/words.ts';

const substance = {
  trouble: text('症结'),
  cause: text('原因'),
  wayOut: text('途径'),
  tried: text('已做工作'),
};

/** 起草专题专报 */
export const reportDraft = named('ReportDraft', z.strictObject(substance));
export type ReportDraft = z.input<typeof reportDraft>;

/** 修改 */
export const reportRevision = named('ReportRevision', z.strictObject(substance));
export type ReportRevision = z.input<typeof reportRevision>;

/** 呈报 */
export const reportSubmission = named('ReportSubmission', z.strictObject({}));

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
);
export type Instruction = z.input<typeof instruction>;

/** 批示落实跟踪 */
export const followUp = named(
  'FollowUp',
  z.strictObject({ text: text('落实情况'), partId: identifier('完成的分工').optional() }),
);
export type FollowUp = z.input<typeof followUp>;

export const REPORT_RESULTS = ['solved', 'unsolved', 'withdrawn'] as const;
/** 专报办结 */
export const reportEnding = named(
  'ReportEnding',
  z.strictObject({ result: z.enum(REPORT_RESULTS), text: text('结果') }),
);
export type ReportEnding = z.input<typeof reportEnding>;

export const REPORT_STATUSES = ['draft', 'submitted', 'instructed', 'ended'] as const;
/** 草稿, 待批示, 已批示, 已办结 */
export const reportStatus = named('ReportStatus', z.enum(REPORT_STATUSES));

/** 专题专报 */
export const reportView = named(
  'SpecialReport',
  z.object({
    reportId: z.string(),
    caseNumber: z.string(),
    caseTitle: z.string(),
    revision: z.int().meta({ description: 'The ETag' }),
    status: reportStatus,
    automatic: z.boolean().meta({ description: '提议逾期未批，自动呈报' }),
    deputyMayorId: z.string(),
    words: z.object({ trouble: z.string(), cause: z.string(), wayOut: z.string(), tried: z.string() }),
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
        doneAt: answeredInstant().optional(),
      }),
    ),
    result: z.enum(REPORT_RESULTS).optional(),
    timeline: z.array(timelineEntry),
  }),
);
export type SpecialReport = z.infer<typeof reportView>;

export const reportPage = named('SpecialReportPage', pageOf(reportView));
export const reportQuery = z.strictObject({ status: reportStatus.optional(), ...pageQuery });
