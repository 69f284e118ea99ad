import { chineseTime, englishTime } from '../notice/local-time.ts';
import { rowIf, type Templates } from '../notice/notice-sheet.ts';
import { NOTICE_NAMES } from '../notice/words.ts';

const WAITS = {
  acknowledge: { zh: '签收', en: 'acknowledge' },
  'first-report': { zh: '到场或首次报告', en: 'report' },
  due: { zh: '办结反馈', en: 'feed back' },
} as const;

/** What runs in minutes, day and night: the 122 line, emergencies, urgent information. */
export const emergencyTemplates: Templates<
  'minutes-late' | 'emergency-declared' | 'urgent-report' | 'missed-call-overdue'
> = {
  'minutes-late': (facts) => ({
    heading: NOTICE_NAMES['minutes-late'].zh,
    tone: 'pressing',
    opening: `下列工单昼夜按分钟计时，${facts.unitName}已超过${WAITS[facts.wait].zh}时限。`,
    task: '请值班领导立即过问：电话联系单位负责人，问清人员是否到场、何时处置完毕；必要时启动应急处置。',
    limits: [
      { label: `${WAITS[facts.wait].zh}时限`, at: facts.late },
      ...(facts.wait === 'due' ? [] : [{ label: '办结反馈时限', at: facts.due }]),
    ],
    otherwise: '未处置期间，系统将按分钟继续报告，并逐级报告到主任。',
    linkLabel: '查看工单',
    english:
      `Case ${facts.caseNumber}: the unit did not ${WAITS[facts.wait].en} by ${englishTime(facts.late)}; ` +
      `see to it at once. The case is due ${englishTime(facts.due)}.`,
  }),

  'emergency-declared': (facts) => ({
    heading: NOTICE_NAMES['emergency-declared'].zh,
    tone: 'pressing',
    opening: `下列工单已由${facts.declaredBy}启动应急处置，即刻起昼夜按分钟计时。`,
    rows: rowIf('启动理由', facts.reason),
    task: facts.unitName
      ? '请负责人立即组织人员到场处置，并在时限内报告：人员是否到场、现场情况、已采取的措施、预计完成时间。'
      : '请值班主任坐镇调度，督促有关单位到场处置；需要报告市领导的，及时报送紧急信息。',
    limits: [],
    otherwise: '未签收、未报告、未办结的，系统按分钟逐级报告值班长和主任。',
    linkLabel: '立即处置',
    english: `Case ${facts.caseNumber} was declared an emergency: minutes count from now on, day and night.`,
  }),

  'urgent-report': (facts) => ({
    heading: `${NOTICE_NAMES['urgent-report'].zh}（${facts.serial === 1 ? '首报' : `续报第${facts.serial - 1}次`}）`,
    tone: 'formal',
    opening: facts.nextAt ? '现将有关情况报告如下，后续情况将继续报告。' : '现将有关情况报告如下，本件报告至此结束。',
    rows: [
      { label: '发生时间', value: chineseTime(facts.happenedAt) },
      { label: '地点', value: facts.where },
      { label: '事件', value: facts.what },
      { label: '人员伤亡', value: facts.casualties },
      { label: '已采取的措施', value: facts.measures },
      { label: '现场人员', value: facts.atScene },
    ],
    task: '请阅示。',
    limits: facts.nextAt ? [{ label: '下次报告', at: facts.nextAt }] : [],
    otherwiseLabel: '后续说明',
    otherwise: facts.nextAt ? '到时未续报的，系统提醒主任和值班长。' : '如有新的情况，另行报告。',
    linkLabel: '查看工单',
    english:
      `Case ${facts.caseNumber}: urgent report ${facts.serial}` +
      ` on what happened ${englishTime(facts.happenedAt)}` +
      `${facts.nextAt ? `; the next follows by ${englishTime(facts.nextAt)}` : '; it is the last'}.`,
  }),

  'missed-call-overdue': (facts) => ({
    heading: NOTICE_NAMES['missed-call-overdue'].zh,
    tone: 'pressing',
    opening: `有一个号码自${chineseTime(facts.since)}起${facts.misses}次来电未接通，至今没有回拨。`,
    task: '请值班长立即安排回拨并记录结果。',
    limits: [],
    otherwise: '未回拨期间，系统将继续提醒。',
    linkLabel: '去回拨',
    english: `A number called ${facts.misses} times in vain since ${englishTime(facts.since)}: have it called back.`,
  }),
};
