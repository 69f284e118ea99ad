import { z } from 'zod';
import { requestKind, stage, urgency, outcome } from '../case/case-words.ts';
import { named } from '../contract.ts';
import { caseNumber, identifier } from '../text/identifier.ts';
import { answeredInstant } from '../text/instant.ts';
import { flag } from '../text/page.ts';
import { LENGTHS, text, words } from '../text/words.ts';

const PHONE = /^\+?[0-9][0-9 -]{2,24}$/;
/** A phone number as it is dialled. */
export const phoneNumber = (description: string) => z.string().regex(PHONE).meta({ description });

/** 来电人查询 */
export const callerLookup = named('CallerLookup', z.strictObject({ phone: phoneNumber('来电号码') }), {
  phone: '13900001234',
});
export type CallerLookup = z.input<typeof callerLookup>;

export const callersCase = named(
  'CallersCase',
  z.object({
    caseNumber: z.string(),
    title: z.string(),
    stage,
    kind: requestKind,
    urgency,
    categoryId: z.string(),
    place: z.string().optional(),
    registeredAt: answeredInstant(),
    dueAt: answeredInstant().optional(),
    outcome: outcome.optional(),
    mergedInto: z.string().optional(),
    units: z.array(z.object({ unitId: z.string(), unitName: z.string() })),
  }),
);
export type CallersCase = z.infer<typeof callersCase>;
export const callerHistory = named(
  'CallerHistory',
  z.object({
    items: z.array(callersCase).meta({ description: '最近二十件，未办结的在前' }),
    open: z.int(),
    total: z.int(),
    nuisances: z.int().meta({ description: '因恶意骚扰不予受理的次数' }),
  }),
);
export type CallerHistory = z.infer<typeof callerHistory>;

/** 标题相近, 内容相近, 用词相同, 地点相同, 分类相同, 来电号码相同, 时间相近 */
export const LIKENESS_REASONS = ['title', 'text', 'words', 'place', 'category', 'phone', 'time'] as const;

/** 相似诉求查询: what is told so far. */
export const similarLookup = named(
  'SimilarLookup',
  z.strictObject({
    title: words(LENGTHS.title).optional(),
    text: words(LENGTHS.text).optional(),
    place: words(LENGTHS.place).optional(),
    categoryId: identifier('诉求分类').optional(),
    callerPhone: phoneNumber('来电号码').optional(),
  }),
  { title: '桃园小区停水', place: '桃园小区' },
);
export type SimilarLookup = z.input<typeof similarLookup>;

export const similarRequest = named(
  'SimilarRequest',
  z.object({
    caseNumber: z.string(),
    title: z.string(),
    stage,
    categoryId: z.string(),
    place: z.string().optional(),
    registeredAt: answeredInstant(),
    score: z.number().meta({ description: '相似度，0 到 1' }),
    reasons: z.array(z.enum(LIKENESS_REASONS)),
  }),
);
export type SimilarRequest = z.infer<typeof similarRequest>;
export const similarRequests = named('SimilarRequests', z.object({ items: z.array(similarRequest) }));

/** 并案 */
export const merging = named(
  'Merging',
  z.strictObject({
    leadCaseNumber: caseNumber().meta({ description: '并入哪一件（继续办理的工单）' }),
    text: text('并案理由'),
  }),
  { leadCaseNumber: '202601050042', text: '与该工单反映同一处停水。' },
);
export type Merging = z.input<typeof merging>;

/** 撤销并案 */
export const unmerging = named('Unmerging', z.strictObject({ text: text('撤销并案的理由') }), {
  text: '经核实不是同一处管道。',
});
export type Unmerging = z.input<typeof unmerging>;

/** 追加来电 */
export const furtherCall = named(
  'FurtherCall',
  z.strictObject({
    text: text('来电内容'),
    callerName: words(LENGTHS.name).optional().meta({ description: '来电人，不是原来电人时填写' }),
    callerPhone: phoneNumber('来电号码，不是原号码时填写').optional(),
  }),
  { text: '来电人说水还没有来，问什么时候修好。' },
);
export type FurtherCall = z.input<typeof furtherCall>;

/** 补全分类 */
export const classification = named(
  'Classification',
  z.strictObject({ kind: requestKind.optional(), categoryId: identifier('诉求分类').optional() }),
  { kind: 'complaint' },
);
export type Classification = z.input<typeof classification>;

/** 突发集中诉求 */
export const incidentView = named(
  'Incident',
  z.object({
    caseNumber: z.string().meta({ description: '引发标记的工单，也是事件的编号' }),
    title: z.string(),
    categoryId: z.string(),
    place: z.string().optional(),
    openedAt: answeredInstant(),
    lastAt: answeredInstant(),
    endedAt: answeredInstant().optional(),
    count: z.int(),
    cases: z.array(
      z.object({
        caseNumber: z.string(),
        title: z.string(),
        stage,
        registeredAt: answeredInstant(),
        mergedInto: z.string().optional(),
      }),
    ),
  }),
);
export type Incident = z.infer<typeof incidentView>;
export const incidentList = named('IncidentList', z.object({ items: z.array(incidentView) }));
export const incidentQuery = z.strictObject({ ended: flag().optional().meta({ description: '已经结束的' }) });
/** 事件结束 */
export const incidentEnding = named('IncidentEnding', z.strictObject({ text: text('结束说明') }), {
  text: '抢修完成，已恢复供水。',
});
export type IncidentEnding = z.input<typeof incidentEnding>;
