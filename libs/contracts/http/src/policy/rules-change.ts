import { z } from 'zod';
import { named } from '../contract.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { pageOf, pageQuery } from '../text/page.ts';
import { LENGTHS, note, words } from '../text/words.ts';
import { timelineEntry } from '../timeline/timeline.ts';

/** A change of the rules, `rules-3`. */
export const rulesChangeId = () =>
  z
    .string()
    .regex(/^rules-[1-9][0-9]{0,8}$/)
    .meta({ description: '规则变更编号', examples: ['rules-3'] });
/** Digits in a path or a query: a run's number, a version's. */
export const serialNumber = (description: string) =>
  z
    .string()
    .regex(/^[1-9][0-9]{0,5}$/)
    .transform(Number)
    .meta({ description });

export const RULES_SUBJECTS = ['policy', 'calendar'] as const;
/** 政策, 放假安排 */
export const rulesSubject = named('RulesSubject', z.enum(RULES_SUBJECTS));
export const RULES_STATUSES = ['draft', 'moving', 'approved', 'withdrawn'] as const;
/** 草稿, 已批准（在办期限调整中）, 已批准, 已撤回 */
export const rulesStatus = named('RulesStatus', z.enum(RULES_STATUSES));
export const RULES_REACHES = ['new-cases', 'open-cases'] as const;
/** 只适用新登记的工单, 在办工单一并适用 */
export const rulesReach = named('RulesReach', z.enum(RULES_REACHES));

const reason = note('为什么');

/** 政策草稿: the policy whole, but for its version, as `GET /policy/versions/{version}` answers it. */
export const policyWriting = named(
  'PolicyWriting',
  z.strictObject({
    policy: z
      .record(z.string(), z.unknown())
      .meta({ description: '整份政策（示例只写出两项）；每处不合要求都逐项指出' }),
    reason,
  }),
  {
    policy: { name: '如皋市12345办理时限与督办规则（2026年第2版）', terms: { help: { workingDays: 4 } } },
    reason: '压缩求助类事项办理时限。',
  },
);
export type PolicyWriting = z.input<typeof policyWriting>;

export const wantedDay = named(
  'WantedDay',
  z.strictObject({
    day: z.iso.date().meta({ description: '哪一天，须在明天及以后' }),
    kind: z.enum(['holiday', 'workday', 'ordinary']).meta({ description: '放假、调休上班、按平常' }),
    name: words(LENGTHS.name).optional().meta({ description: '节日名称' }),
  }),
);
/** 放假安排草稿 */
export const calendarWriting = named(
  'CalendarWriting',
  z.strictObject({ days: z.array(wantedDay).min(1).max(400), reason }),
  {
    days: [{ day: '2027-02-05', kind: 'holiday', name: '春节' }],
    reason: '国务院办公厅关于2027年部分节假日安排的通知',
  },
);
export type CalendarWriting = z.input<typeof calendarWriting>;

export const rulesPreview = named('RulesPreview', z.strictObject({}));
export const rulesRehearsal = named(
  'RulesRehearsal',
  z.strictObject({
    from: instant().meta({ description: '推演这段时间内办结归档的工单：自何时' }),
    to: instant().meta({ description: '至何时（不含）' }),
  }),
  { from: '2026-07-01T00:00:00+08:00', to: '2026-10-01T00:00:00+08:00' },
);
export const rulesCancelling = named('RulesCancelling', z.strictObject({}));
export const rulesApproval = named(
  'RulesApproval',
  z.strictObject({
    reach: rulesReach,
    inForceFrom: instant().optional().meta({ description: '何时起生效；不填为立即' }),
    reason,
  }),
  { reach: 'new-cases', reason: '经主任办公会研究同意。' },
);
export const rulesWithdrawal = named('RulesWithdrawal', z.strictObject({ reason }), { reason: '另行研究。' });

export const policyDifference = named(
  'PolicyDifference',
  z.object({
    path: z.string().meta({ description: '哪一处', examples: ['terms.help.workingDays'] }),
    from: z.unknown().optional(),
    to: z.unknown().optional(),
  }),
);

export const rulesRun = named(
  'RulesRun',
  z.object({
    run: z.int(),
    kind: z.enum(['preview', 'rehearsal', 'moving']).meta({ description: '影响预览、历史推演、期限调整' }),
    status: z.enum(['running', 'done', 'cancelled']),
    version: z.int().meta({ description: '看的是第几稿' }),
    looked: z.int().meta({ description: '已看多少件' }),
    total: z.int().optional().meta({ description: '共多少件' }),
    touched: z.int().meta({ description: '有变化的' }),
    untouched: z.int(),
    tally: z
      .record(z.string(), z.unknown())
      .meta({ description: '预览：按变化种类计数；推演：按单位和环节，现行与草稿对照' }),
    from: answeredInstant().optional(),
    to: answeredInstant().optional(),
    startedAt: answeredInstant(),
    endedAt: answeredInstant().optional(),
  }),
);

export const rulesChangeView = named(
  'RulesChange',
  z.object({
    changeId: z.string(),
    revision: z.int().meta({ description: 'The ETag' }),
    subject: rulesSubject,
    status: rulesStatus,
    version: z.int().meta({ description: '第几稿' }),
    basedOn: z.int().meta({ description: '依据哪一版政策起草' }),
    policy: z.record(z.string(), z.unknown()).optional(),
    days: z
      .array(
        z.object({ day: z.string(), kind: z.enum(['holiday', 'workday', 'ordinary']), name: z.string().optional() }),
      )
      .optional(),
    differences: z.array(policyDifference),
    draftedByName: z.string(),
    reach: rulesReach.optional(),
    inForceFrom: answeredInstant().optional(),
    policyVersion: z.int().optional(),
    approvedByName: z.string().optional(),
    approvedAt: answeredInstant().optional(),
    runs: z.array(rulesRun),
    timeline: z.array(timelineEntry),
  }),
);
export type RulesRun = z.infer<typeof rulesRun>;
export type RulesChange = z.infer<typeof rulesChangeView>;
export type PolicyDifference = z.infer<typeof policyDifference>;

export const rulesChangeQuery = z.strictObject({ ...pageQuery });
const rulesChangeRow = z.object({
  changeId: z.string(),
  subject: rulesSubject,
  status: rulesStatus,
  version: z.int(),
  policyVersion: z.int().optional(),
  draftedByName: z.string(),
  draftedAt: answeredInstant(),
  approvedByName: z.string().optional(),
  approvedAt: answeredInstant().optional(),
  inForceFrom: answeredInstant().optional(),
});
export type RulesChangeRow = z.infer<typeof rulesChangeRow>;
export const rulesChangePage = named('RulesChangePage', pageOf(rulesChangeRow));

/** 预览的一件: what would move in one case, meeting, report or article. */
export const previewItem = named(
  'PreviewItem',
  z.object({
    stream: z.string(),
    waits: z.array(
      z.object({
        subject: z.string().meta({ examples: ['a1/due'] }),
        from: answeredInstant(),
        to: answeredInstant(),
        rungs: z.array(
          z.object({
            rung: z.string(),
            from: answeredInstant().nullable().meta({ description: 'null：新增的环节' }),
            to: answeredInstant().nullable().meta({ description: 'null：取消的环节' }),
            effects: z.array(z.string()).optional(),
          }),
        ),
      }),
    ),
  }),
);
export type PreviewItem = z.infer<typeof previewItem>;
export const previewPage = named('PreviewPage', pageOf(previewItem));

export const policyVersionQuery = z.strictObject({
  against: serialNumber('与哪一版比较').optional(),
});
export const policyVersions = named(
  'PolicyVersions',
  z.object({
    items: z.array(
      z.object({
        version: z.int(),
        name: z.string(),
        inForceSince: answeredInstant().optional(),
        changeId: z.string().optional(),
        approvedByName: z.string().optional(),
      }),
    ),
  }),
);
export const policyVersionView = named(
  'PolicyVersion',
  z.object({
    version: z.int(),
    policy: z.record(z.string(), z.unknown()),
    differences: z.array(policyDifference),
  }),
);
