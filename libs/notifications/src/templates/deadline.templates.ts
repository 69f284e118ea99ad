import type { Instant } from '@hotline/domain';
import { chineseTime, englishTime } from '../notice/local-time.ts';
import type { NoticeFactsOf } from '../notice/notice-facts.ts';
import { rowIf, type NoticeSheet, type Templates } from '../notice/notice-sheet.ts';
import { CENTER, NOTICE_NAMES } from '../notice/words.ts';

const DUE = '办结反馈时限';

const lateBy = (facts: { readonly due: Instant; readonly at: Instant }): boolean => facts.due <= facts.at;

/** Time's own notices: 黄灯, 红灯, 催办单, 督办单. */
export const deadlineTemplates: Templates<
  'yellow' | 'red' | 'urging-notice' | 'supervision-notice' | 'still-overdue' | 'first-report-missing'
> = {
  yellow: (facts) => ({
    heading: NOTICE_NAMES.yellow.zh,
    tone: 'plain',
    opening: '下列工单的办理时限即将届满，尚未收到贵单位的办结反馈。',
    task: '请抓紧办理，联系答复诉求人后反馈结果。确有困难的，须在到期前说明理由申请延期，到期后不再受理；情况复杂的，请先作阶段性反馈。',
    limits: [{ label: DUE, at: facts.due }],
    otherwise:
      '到期未反馈的亮红灯：告知贵单位负责人，受理中心电话催办，随后发出催办单、督办单，并计入按期反馈率和按期办结率考核。',
    linkLabel: '办理并反馈',
    english: `Case ${facts.caseNumber}: the term is running out; report back by ${englishTime(facts.due)}.`,
  }),

  red: (facts) => ({
    heading: NOTICE_NAMES.red.zh,
    tone: 'pressing',
    opening: '交由贵单位办理的下列工单已到办结反馈时限，尚未收到办结反馈，特告知贵单位负责人。',
    task: '请负责人亲自过问，督促承办人员立即办理、联系答复诉求人并反馈结果。',
    limits: [{ label: DUE, at: facts.due }],
    otherwise: `受理中心督查人员将电话催办并记录在案；仍未反馈的，将${facts.nextAt ? `于${chineseTime(facts.nextAt)}` : ''}发出催办单，本件已计入逾期。`,
    linkLabel: '查看并督促办理',
    english:
      `Case ${facts.caseNumber} is overdue since ${englishTime(facts.due)}: see that your unit reports back at once` +
      `${facts.nextAt ? `, else an urging notice follows on ${englishTime(facts.nextAt)}` : ''}.`,
  }),

  'urging-notice': (facts) => formalNotice(facts, urging),
  'supervision-notice': (facts) => formalNotice(facts, supervision),

  'still-overdue': (facts) => ({
    heading: NOTICE_NAMES['still-overdue'].zh,
    tone: 'pressing',
    opening: `下列工单由${facts.unitName}承办，经催办、督办后仍未办结，现报请主任掌握并研究下一步措施。`,
    rows: rowIf('已采取的措施', facts.tried),
    task: '请研究决定：现场办公、约谈负责人、联席会办或专题专报分管副市长，并在系统中作出处理。',
    limits: [{ label: '原办结反馈时限', at: facts.due }],
    otherwise: '未办结期间，系统将按规定周期继续报告；已提出而无人答复的建议，到期自动执行。',
    linkLabel: '查看办理全过程',
    english: `Case ${facts.caseNumber} is still overdue, since ${englishTime(facts.due)}: decide what comes next.`,
  }),

  'first-report-missing': (facts) => ({
    heading: NOTICE_NAMES['first-report-missing'].zh,
    tone: 'pressing',
    opening: '下列紧急工单已超过首次报告时限，尚未收到贵单位的情况报告，特告知贵单位负责人。',
    task: '请立即报告：人员是否到场、现场情况、已采取的措施和预计处置完成时间。紧急工单昼夜计时。',
    limits: [
      ...(facts.firstReportBy ? [{ label: '首次报告时限', at: facts.firstReportBy }] : []),
      { label: DUE, at: facts.due },
    ],
    otherwise: '受理中心正电话催报；仍未报告的，将按规定间隔反复催告。',
    linkLabel: '立即报告',
    english:
      `Emergency case ${facts.caseNumber}: the first report is missing` +
      `${facts.firstReportBy ? ` (it was due by ${englishTime(facts.firstReportBy)})` : ''}; report at once. The case is due by ${englishTime(facts.due)}.`,
  }),
};

interface FormalWords {
  readonly kind: 'urging-notice' | 'supervision-notice';
  readonly late: string;
  readonly early: string;
  readonly task: string;
  /** Before and after the instant of the next rung. */
  readonly otherwise: readonly [string, string];
  readonly english: string;
}

const urging: FormalWords = {
  kind: 'urging-notice',
  late: '交由贵单位办理的下列工单，已逾办结反馈时限，经提醒和电话催办，至今未反馈办理结果。现予催办。',
  early: '交由贵单位办理的下列工单，诉求人反映集中或久候未决，现予催办。',
  task: '请接到本单后立即办理，联系答复诉求人，并将办理结果反馈受理中心；暂不能办结的，请书面说明原因、措施和完成时间。',
  otherwise: ['仍未反馈的，将', '发出督办单，并提请受理中心负责同志现场办公，督促落实。'],
  english: 'urging notice',
};

const supervision: FormalWords = {
  kind: 'supervision-notice',
  late: '交由贵单位办理的下列工单，逾期多日，经电话催办和书面催办，至今未反馈办理结果。受市长委托，现予督办。',
  early: '交由贵单位办理的下列工单，经受理中心研究，列入重点督办事项。受市长委托，现予督办。',
  task: '请主要负责人亲自抓，明确责任人和完成时间，立即落实办理，联系答复诉求人，并将结果报受理中心；受理中心拟到现场办公，请做好准备。',
  otherwise: [
    '仍未落实的，将',
    '提请约谈单位负责人；涉及几个单位的，提请召开联席会办；久拖不决的，以专题专报报请分管副市长批示。督办情况计入年度考核并予通报。',
  ],
  english: 'supervision notice',
};

/** 催办单 and 督办单 have one form; issued by hand they may come before the due, and then say nothing of lateness. */
function formalNotice(
  facts: NoticeFactsOf<'urging-notice'> | NoticeFactsOf<'supervision-notice'>,
  words: FormalWords,
): NoticeSheet {
  const late = lateBy(facts);
  const [before, after] = words.otherwise;
  const when = facts.nextAt ? `于${chineseTime(facts.nextAt)}` : '';
  return {
    heading: `${CENTER}${NOTICE_NAMES[words.kind].zh}`,
    ...(facts.documentNumber ? { documentNumber: facts.documentNumber } : {}),
    tone: 'formal',
    opening: late ? words.late : words.early,
    rows: rowIf('具体要求', facts.text),
    task: words.task,
    limits: [
      { label: late ? `原${DUE}` : DUE, at: facts.due },
      ...(facts.answerBy ? [{ label: '回执时限', at: facts.answerBy }] : []),
    ],
    otherwise: `${before}${when}${after}`,
    linkLabel: '办理并反馈',
    english:
      `Case ${facts.caseNumber}: ${words.english}. ` +
      (late
        ? `Overdue since ${englishTime(facts.due)}: act and report back at once`
        : `Act and report back by ${englishTime(facts.due)}`) +
      `${facts.nextAt ? `; the next step follows on ${englishTime(facts.nextAt)}` : ''}.`,
  };
}
