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
  'acknowledge-reminder': { ...ahead, urgency: 'urgent', acknowledgeBy: '2026-01-05T00:30:00.000Z' },
  yellow: ahead,
  red: { ...late, nextAt: '2026-01-06T02:00:00.000Z' },
  'urging-notice': { ...late, nextAt: '2026-01-08T02:00:00.000Z' },
  'supervision-notice': { ...late, serial: 2, text: '三日内拿出疏通方案。', nextAt: '2026-01-12T02:00:00.000Z' },
  'still-overdue': { ...late, tried: '电话催办两次，催办单、督办单各一份。' },
  'first-report-missing': { ...ahead, firstReportBy: '2026-01-05T00:50:00.000Z' },
  'return-ruled': { ...ahead, ruling: 'rejected', text: '管网养护属贵单位职责。' },
  'extension-decided': { ...ahead, granted: true, text: '同意延期三个工作日。' },
  'feedback-rejected': { ...ahead, reason: '未联系诉求人，照片不清。' },
  redo: { ...ahead, cause: 'dissatisfied', redoNumber: 1, text: '疏通后两天再次堵塞。' },
  withdrawn: { ...case_, unitName: '市建设局', text: '诉求人已自行解决。' },
  proposal: {
    ...case_,
    proposal: 'joint-meeting',
    unitName: '市建设局',
    due: '2026-01-07T02:00:00.000Z',
    reason: '涉及建设、文化两个单位，逾期五个工作日。',
  },
  'on-site-session': late,
  talk: { ...late, automatic: true },
  'meeting-invitation': { ...case_, unitName: '市建设局', meeting },
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
  'instruction-due': { ...case_, reportId, deputyMayorName: '王副市长', instruction, due: '2026-01-05T01:00:00.000Z' },
  'desk-overdue': { ...case_, matter: 'ruling', unitName: '市建设局', due: '2026-01-05T00:30:00.000Z' },
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
