import type { NoticeKind } from '@hotline/domain';
import type { NoticeFacts, NoticeFactsOf } from './notice-facts.ts';

const base = {
  recipientName: '张建平',
  at: '2026-01-05T01:00:00.000Z',
  link: 'http://localhost:12345/cases/202601050042',
} as const;
const case_ = { ...base, caseNumber: '202601050042', title: '文化局宿舍楼下水道堵塞' } as const;
const ahead = { ...case_, unitName: '市建设局', role: 'lead', due: '2026-01-12T02:00:00.000Z' } as const;
const late = { ...ahead, due: '2025-12-29T02:00:00.000Z' } as const;
const meeting = {
  meetingId: '202601050042-meeting-1',
  startsAt: '2026-01-07T06:30:00.000Z',
  place: '市广电局三楼会议室',
  sequence: 0,
  organiser: { name: '市长公开电话受理中心', address: 'hotline@rugao.example' },
  attendees: [
    { name: '市建设局', address: 'jsj@rugao.example' },
    { name: '市文化局', address: 'whj@rugao.example' },
    { name: '如城镇' },
  ],
};
const article = {
  ...base,
  link: 'http://localhost:12345/knowledge/article-7',
  articleId: 'article-7',
  title: '居民用水阶梯水价',
  ownerName: '市自来水公司',
} as const;
const reportId = '202601050042-report-1';
const instruction = '请建设局牵头，文化局配合，本月内疏通到位，并对老旧宿舍管网作一次排查。';

const samples: { readonly [Kind in NoticeKind]: Omit<NoticeFactsOf<Kind>, 'kind' | 'key'> } = {
  assignment: {
    ...ahead,
    urgency: 'ordinary',
    acknowledgeBy: '2026-01-06T01:00:00.000Z',
    quality: '查明堵塞原因，彻底疏通，不留隐患。',
    feedback: '书面反馈，附疏通前后照片。',
    provisional: true,
  },
  'fax-sheet': { ...ahead, acknowledgeBy: '2026-01-06T01:00:00.000Z', number: '202601050042-a1-1' },
  'acknowledge-reminder': { ...ahead, urgency: 'urgent', acknowledgeBy: '2026-01-05T00:30:00.000Z' },
  yellow: ahead,
  red: { ...late, nextAt: '2026-01-06T02:00:00.000Z' },
  'urging-notice': { ...late, nextAt: '2026-01-08T02:00:00.000Z' },
  'supervision-notice': {
    ...late,
    documentNumber: '皋12345督〔2026〕2号',
    answerBy: '2026-01-06T02:00:00.000Z',
    text: '三日内拿出疏通方案。',
    nextAt: '2026-01-12T02:00:00.000Z',
  },
  'still-overdue': { ...late, tried: '电话催办两次，催办单、督办单各一份。' },
  'first-report-missing': { ...ahead, firstReportBy: '2026-01-05T00:50:00.000Z' },
  'minutes-late': { ...late, wait: 'acknowledge', late: '2026-01-05T00:10:00.000Z' },
  'emergency-declared': { ...case_, reason: '污水漫入配电房，随时可能断电。', declaredBy: '陈班长' },
  'urgent-report': {
    ...case_,
    serial: 1,
    happenedAt: '2026-01-05T00:20:00.000Z',
    what: '宿舍楼污水漫入配电房，三栋楼停电。',
    where: '文化局宿舍',
    casualties: '无人员伤亡',
    measures: '已切断电源，抽水泵三台到场。',
    atScene: '市建设局副局长、供电公司抢修班',
    nextAt: '2026-01-05T02:00:00.000Z',
  },
  'missed-call-overdue': { ...base, misses: 3, since: '2026-01-05T00:40:00.000Z' },
  'return-ruled': { ...ahead, ruling: 'rejected', text: '管网养护属贵单位职责。' },
  'dispute-ruled': { ...ahead, text: '按三定方案属贵单位职责。', staffingOpinion: '该职能已划入贵单位。' },
  'extension-decided': { ...ahead, granted: true, text: '同意延期三个工作日。' },
  'contact-reminder': { ...ahead, contactBy: '2026-01-06T01:00:00.000Z' },
  'feedback-rejected': { ...ahead, reason: '未联系诉求人，照片不清。' },
  'handed-over-within': { ...ahead, subDesk: '调解', text: '双方有纠纷，请先行调解。' },
  'feedback-proposed': { ...ahead, decideBy: '2026-01-06T06:00:00.000Z' },
  'feedback-sent-back': { ...ahead, reason: '请写明更换管道的长度和责任人。' },
  'term-changed': { ...ahead, reason: '春节前须恢复供水。' },
  redo: { ...ahead, cause: 'dissatisfied', redoNumber: 1, text: '疏通后两天再次堵塞。' },
  'call-again': { ...ahead, calls: 2, text: '还没有人来看，污水又漫出来了。' },
  'urgency-raised': { ...ahead, calls: 3, days: 7, urgency: 'urgent' },
  incident: { ...case_, callers: 5, minutes: 60, cases: ['202601050038', '202601050040', '202601050042'] },
  withdrawn: { ...case_, unitName: '市建设局', text: '诉求人已自行解决。' },
  proposal: {
    ...case_,
    proposal: 'joint-meeting',
    unitName: '市建设局',
    due: '2026-01-07T02:00:00.000Z',
    reason: '涉及建设、文化两个单位，逾期五个工作日。',
  },
  'on-site-session': late,
  talk: { ...late, automatic: true, documentNumber: '皋12345约〔2026〕1号' },
  'public-criticism': {
    ...late,
    documentNumber: '皋12345通〔2026〕1号',
    text: '逾期十二个工作日，约谈后仍未落实，予以通报批评。',
  },
  'return-slip-missing': {
    ...late,
    documentNumber: '皋12345督〔2026〕2号',
    answerBy: '2026-01-05T00:30:00.000Z',
  },
  'leader-question': { ...case_, leaderName: '姜市长', text: '此事为何三周未决？', due: '2026-01-07T01:00:00.000Z' },
  'leader-question-due': {
    ...case_,
    leaderName: '姜市长',
    text: '此事为何三周未决？',
    due: '2026-01-05T01:00:00.000Z',
  },
  'leader-answer': { ...case_, text: '此事为何三周未决？', answer: '两家单位对管道产权有争议，已定于周四会办。' },
  'meeting-invitation': { ...case_, unitName: '市建设局', meeting },
  'meeting-poll': {
    ...case_,
    unitName: '市建设局',
    meeting,
    times: [meeting.startsAt, '2026-01-09T06:30:00.000Z'],
    due: '2026-01-06T01:00:00.000Z',
  },
  'meeting-update': {
    ...case_,
    unitName: '市建设局',
    meeting: { ...meeting, startsAt: '2026-01-08T01:00:00.000Z', sequence: 1 },
    text: '因市政府常务会议改期。',
  },
  'meeting-cancellation': {
    ...case_,
    unitName: '市建设局',
    meeting: { ...meeting, sequence: 2 },
    text: '两单位已自行商定方案。',
  },
  'meeting-reminder': { ...case_, unitName: '市建设局', meeting },
  'meeting-minutes': {
    ...case_,
    unitName: '市建设局',
    meetingId: meeting.meetingId,
    documentNumber: '皋12345会纪〔2026〕3号',
    heldAt: '2026-01-05T01:00:00.000Z',
    settled: true,
    own: 1,
    attended: true,
  },
  resolution: {
    ...case_,
    unitName: '市建设局',
    meetingId: meeting.meetingId,
    text: '更换主管道三十米，费用由住房维修资金列支。',
    due: '2026-01-20T02:00:00.000Z',
  },
  'resolution-due': {
    ...case_,
    unitName: '市建设局',
    meetingId: meeting.meetingId,
    text: '更换主管道三十米。',
    due: '2026-01-05T01:00:00.000Z',
  },
  'special-report': {
    ...case_,
    reportId,
    due: '2026-01-08T02:00:00.000Z',
    trouble: '宿舍产权单位撤并，管网无人养护。',
    cause: '改制时未移交管网资料，\n维修资金未归集。',
    wayOut: '由建设局接管，市财政一次性补助。',
    tried: '会办一次，现场办公两次。',
    asked: '请明确建设局接管并限期完成。',
    documentNumber: '皋12345专报〔2026〕17号',
    automatic: true,
    otherCases: [{ caseNumber: '202601060007', title: '文化局宿舍污水外溢' }],
  },
  'instruction-reminder': { ...case_, reportId, deputyMayorName: '王副市长', due: '2026-01-05T01:00:00.000Z' },
  'instruction-overdue': { ...case_, reportId, deputyMayorName: '王副市长', due: '2026-01-02T01:00:00.000Z' },
  instruction: {
    ...case_,
    unitName: '市建设局',
    reportId,
    deputyMayorName: '王副市长',
    instruction,
    part: '一周内疏通并更换破损管道。',
    due: '2026-01-15T02:00:00.000Z',
  },
  'instruction-open': {
    ...case_,
    reportId,
    deputyMayorName: '王副市长',
    instruction,
    text: '资金仍未落实，请协调。',
    due: '2026-01-05T01:00:00.000Z',
  },
  'instruction-due': { ...case_, reportId, deputyMayorName: '王副市长', instruction, due: '2026-01-05T01:00:00.000Z' },
  'desk-overdue': { ...case_, matter: 'ruling', unitName: '市建设局', due: '2026-01-05T00:30:00.000Z' },
  'article-expiring': { ...article, due: '2026-01-31T16:00:00.000Z' },
  'article-expired': { ...article, due: '2026-01-04T16:00:00.000Z' },
  'article-doubted': { ...article, text: '一月起水价已调整。', due: '2026-01-08T01:00:00.000Z' },
  'article-overdue': { ...article, matter: 'check' },
  'task-digest': {
    ...base,
    tasks: [
      {
        kind: 'callback',
        caseNumber: '202601050042',
        title: '文化局宿舍楼下水道堵塞',
        due: '2026-01-05T08:00:00.000Z',
        link: 'http://localhost:12345/tasks/2',
      },
      {
        kind: 'ruling',
        caseNumber: '202601040011',
        title: '路灯不亮',
        due: '2026-01-04T08:00:00.000Z',
        link: 'http://localhost:12345/tasks/1',
      },
      { kind: 'refused-address', link: 'http://localhost:12345/tasks/3' },
    ],
  },
};

/** Made-up facts of one kind, as a notice of the sewer in the staff dormitory would have them. */
export function sampleFacts<Kind extends NoticeKind>(
  kind: Kind,
  changes: Partial<NoticeFactsOf<Kind>> = {},
): NoticeFacts {
  return { ...samples[kind], key: `202601050042:${kind}:u1`, ...changes, kind } as unknown as NoticeFacts;
}
