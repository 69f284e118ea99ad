import { chineseTime, englishTime } from '../notice/local-time.ts';
import { meetingCalendar } from '../notice/meeting-calendar.ts';
import type { NoticeFactsOf, OnSiteFacts } from '../notice/notice-facts.ts';
import { rowIf, type NoticeSheet, type Templates } from '../notice/notice-sheet.ts';
import { CENTER, NOTICE_NAMES } from '../notice/words.ts';

type OnSite = NoticeFactsOf<'on-site-session'>;

/** What the center's leaders do with a unit: 现场办公, 约谈, 通报批评; and what a leader of the city asks (领导督办). */
export const supervisionTemplates: Templates<
  | 'on-site-session'
  | 'talk'
  | 'public-criticism'
  | 'return-slip-missing'
  | 'leader-question'
  | 'leader-question-due'
  | 'leader-answer'
> = {
  'on-site-session': (facts) => (facts.session ? arrangedSession(facts, facts.session) : sessionToCome(facts)),

  talk: (facts) => ({
    heading: NOTICE_NAMES.talk.zh,
    ...(facts.documentNumber ? { documentNumber: facts.documentNumber } : {}),
    tone: 'formal',
    opening: facts.automatic
      ? '下列工单逾期未办结，经催办、督办仍未落实，约谈建议逾期无人答复，按规则自动执行。现就此约谈贵单位负责人。'
      : '下列工单逾期未办结，经催办、督办仍未落实。现就此约谈贵单位负责人。',
    task: '请单位负责人按督查室电话约定的时间到受理中心，说明未办结的原因，当面明确整改措施、责任人和完成时间。',
    limits: [{ label: '原办结反馈时限', at: facts.due }],
    otherwise: '拒不到场或约谈后仍未落实的，可予通报批评，并提请专题专报分管副市长。',
    linkLabel: '查看工单',
    english: `Case ${facts.caseNumber} (due since ${englishTime(facts.due)}): the head of the unit is asked to a talk at the center; the time is agreed by phone.`,
  }),

  'public-criticism': (facts) => ({
    heading: `${CENTER}${NOTICE_NAMES['public-criticism'].zh}`,
    ...(facts.documentNumber ? { documentNumber: facts.documentNumber } : {}),
    tone: 'formal',
    opening: '下列工单逾期未办结，经催办、督办、约谈仍未落实。经研究，对贵单位予以通报批评。',
    rows: rowIf('通报内容', facts.text),
    task: '请主要负责人立即组织整改，联系答复诉求人，并将整改和办理结果书面报受理中心。',
    limits: [{ label: '原办结反馈时限', at: facts.due }],
    otherwise: '通报情况计入年度考核；仍不整改的，报请分管副市长批示。',
    linkLabel: '查看工单',
    english: `Case ${facts.caseNumber} (due since ${englishTime(facts.due)}): your unit is criticised publicly; act and report at once.`,
  }),

  'return-slip-missing': (facts) => ({
    heading: NOTICE_NAMES['return-slip-missing'].zh,
    tone: 'pressing',
    opening: `受理中心发出的${facts.documentNumber ?? '催办单、督办单'}，至今未收到贵单位的回执，特告知贵单位负责人。`,
    task: '请立即填写回执：办理到哪一步、何人负责、何时办结；已经办结的，请直接反馈办理结果。',
    limits: [
      ...(facts.answerBy ? [{ label: '回执时限', at: facts.answerBy }] : []),
      { label: '原办结反馈时限', at: facts.due },
    ],
    otherwise: '受理中心将电话催收，并继续按规定升级督办。',
    linkLabel: '填写回执',
    english: `Case ${facts.caseNumber}: our notice's return slip is missing (the duty was due ${englishTime(facts.due)}); return it at once.`,
  }),

  'leader-question': (facts) => ({
    heading: NOTICE_NAMES['leader-question'].zh,
    tone: 'formal',
    opening: `${facts.leaderName ?? '市领导'}对下列工单提出督办。`,
    rows: rowIf('领导要求', facts.text),
    task: '请查清办理情况，在时限内向领导答复：办到哪一步、为何未决、下一步怎么办。',
    limits: [{ label: '答复时限', at: facts.due }],
    otherwise: '逾期未答复的，系统每个工作日提醒主任一次。',
    linkLabel: '答复领导',
    english: `Case ${facts.caseNumber}: a leader of the city asks; answer by ${englishTime(facts.due)}.`,
  }),

  'leader-question-due': (facts) => ({
    heading: NOTICE_NAMES['leader-question-due'].zh,
    tone: 'pressing',
    opening: `${facts.leaderName ?? '市领导'}的督办${facts.due <= facts.at ? '已到' : '将到'}答复时限，尚未答复。`,
    rows: rowIf('领导要求', facts.text),
    task: '请立即答复领导；情况未查清的，先答复已知情况和查清的时间。',
    limits: [{ label: '答复时限', at: facts.due }],
    otherwise: '未答复期间，系统每个工作日提醒主任一次。',
    linkLabel: '答复领导',
    english: `Case ${facts.caseNumber}: a leader awaits the answer, due ${englishTime(facts.due)}.`,
  }),

  'leader-answer': (facts) => ({
    heading: NOTICE_NAMES['leader-answer'].zh,
    tone: 'formal',
    opening: '您对下列工单提出的督办，受理中心答复如下。',
    rows: [...rowIf('您的要求', facts.text), ...rowIf('答复', facts.answer)],
    task: '请审阅；如有进一步要求，可在系统中再次提出，或对专题专报作出批示。',
    limits: [],
    otherwiseLabel: '后续说明',
    otherwise: '本工单继续按规定办理和督办，办理过程可随时查看。',
    linkLabel: '查看工单',
    english: `Case ${facts.caseNumber}: the center has answered your question.`,
  }),
};

function sessionToCome(facts: OnSite): NoticeSheet {
  return {
    heading: NOTICE_NAMES['on-site-session'].zh,
    tone: 'pressing',
    opening: facts.automatic
      ? '下列工单逾期未办结，现场办公建议逾期无人答复，按规则自动执行：受理中心负责同志将到现场办公，指导落实。'
      : '下列工单逾期未办结，受理中心负责同志将到现场办公，指导落实。',
    task: '请单位负责人和承办人员到场，备齐办理经过和有关材料，当场研究解决办法、责任人和完成时间。具体时间由督查室电话约定。',
    limits: [{ label: '原办结反馈时限', at: facts.due }],
    otherwise:
      '现场办公后仍未落实的，将约谈单位负责人，或召开联席会办、专题专报市领导。如在此前办结反馈，现场办公相应取消。',
    linkLabel: '查看工单',
    english:
      `Case ${facts.caseNumber} (due since ${englishTime(facts.due)}): the center comes to your unit for an on-site working session; ` +
      'the time is agreed by phone.',
  };
}

/** An arranged session comes with a calendar entry, and so do its changes and its cancellation. */
function arrangedSession(facts: OnSite, { meeting, party, car, cancelled }: OnSiteFacts): NoticeSheet {
  const when = chineseTime(meeting.startsAt);
  const task = cancelled
    ? '请继续抓紧办理，联系答复诉求人并反馈结果。'
    : '请单位负责人和承办人员到场，备齐办理经过和有关材料，当场研究解决办法、责任人和完成时间。';
  const opening = cancelled
    ? `原定${when}就下列工单到现场办公，现予取消。`
    : `下列工单，受理中心定于${when}到现场办公，指导落实。`;
  return {
    heading: NOTICE_NAMES['on-site-session'].zh,
    tone: 'pressing',
    opening: meeting.sequence > 0 && !cancelled ? `现场办公安排有变动。${opening}` : opening,
    rows: [
      ...rowIf('地点', meeting.place),
      ...rowIf('受理中心参加人员', party),
      ...rowIf('车辆', car),
      ...rowIf('取消原因', cancelled),
    ],
    task,
    limits: [
      ...(cancelled ? [] : [{ label: '现场办公时间', at: meeting.startsAt, moment: true }]),
      { label: '办结反馈时限', at: facts.due },
    ],
    otherwise: '未落实的，将约谈单位负责人，或召开联席会办、专题专报市领导。',
    linkLabel: '查看工单',
    english: cancelled
      ? `Case ${facts.caseNumber}: the on-site session of ${englishTime(meeting.startsAt)} is called off.`
      : `Case ${facts.caseNumber}: the center comes to an on-site session on ${englishTime(meeting.startsAt)}.`,
    calendar: meetingCalendar(cancelled ? 'CANCEL' : 'REQUEST', meeting, {
      summary: `现场办公：${facts.title}（${facts.caseNumber}）`,
      description: `工单 ${facts.caseNumber}\n${task}\n${facts.link}`,
      link: facts.link,
      at: facts.at,
    }),
  };
}
