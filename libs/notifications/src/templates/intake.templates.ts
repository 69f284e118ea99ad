import { englishTime } from '../notice/local-time.ts';
import { rowIf, type Templates } from '../notice/notice-sheet.ts';
import { NOTICE_NAMES, URGENCY_NAMES } from '../notice/words.ts';

/** Notices about callers: one calls again, many call about one thing. */
export const intakeTemplates: Templates<'call-again' | 'urgency-raised' | 'incident'> = {
  'call-again': (facts) => ({
    heading: NOTICE_NAMES['call-again'].zh,
    tone: 'plain',
    opening: `贵单位正在办理的下列工单，群众又来电反映，累计${facts.calls}次。`,
    rows: rowIf('来电内容', facts.text),
    task: '请加快办理，主动联系诉求人说明进展。',
    limits: [{ label: '办结反馈时限', at: facts.due }],
    otherwise: '来电继续增多的，受理中心将按规则提高紧急程度并电话催办。',
    linkLabel: '查看工单',
    english: `Case ${facts.caseNumber}: call number ${facts.calls} about it came in; it is due ${englishTime(facts.due)}.`,
  }),

  'urgency-raised': (facts) => ({
    heading: NOTICE_NAMES['urgency-raised'].zh,
    tone: 'pressing',
    opening: `下列工单${facts.days}天内来电${facts.calls}次，按规则提级为“${URGENCY_NAMES[facts.urgency].zh}”。`,
    task: '请单位负责人过问，尽快处理，并向诉求人说明进展；原办结反馈时限不变。',
    limits: [{ label: '办结反馈时限', at: facts.due }],
    otherwise: '督查室将电话跟踪办理进展。',
    linkLabel: '查看工单',
    english:
      `Case ${facts.caseNumber}: ${facts.calls} calls within ${facts.days} days made it ${URGENCY_NAMES[facts.urgency].en}; ` +
      `it stays due ${englishTime(facts.due)}.`,
  }),

  incident: (facts) => ({
    heading: NOTICE_NAMES.incident.zh,
    tone: 'pressing',
    opening: `${facts.minutes}分钟内有${facts.callers}位来电人反映同一件事，系统已标记为突发集中诉求。`,
    rows: [{ label: '涉及工单', value: facts.cases.join('、') }],
    task: '请主任判断是否统一口径、并案办理，或启动应急处置；事情过去后请标记结束。',
    limits: [],
    otherwise: '此后的同类来电自动归入这一事件，不再另行通知。',
    linkLabel: '查看工单',
    english: `Case ${facts.caseNumber}: ${facts.callers} callers within ${facts.minutes} minutes about one thing; flagged as an incident.`,
  }),
};
