import type { AboutMeeting } from '../notice/notice-facts.ts';
import { chineseTime, englishTime } from '../notice/local-time.ts';
import { meetingCalendar } from '../notice/meeting-calendar.ts';
import { rowIf, type CalendarPart, type SheetRow, type Templates } from '../notice/notice-sheet.ts';
import { CENTER, NOTICE_NAMES } from '../notice/words.ts';

const START = '会议时间';
const NOT_ATTENDING = '无故缺席的，会议照常进行，缺席情况记入会议纪要，会议决议对缺席单位同样有效。';

function meetingRows({ meeting, unsettled = [] }: AboutMeeting): SheetRow[] {
  return [
    ...rowIf('上次会办未议定事项', unsettled.map((point, index) => `${index + 1}．${point}`).join('\n')),
    ...rowIf('会议地点', meeting.place ?? `${CENTER}会议室`),
    ...rowIf('参加单位', meeting.attendees.map(({ name }) => name).join('、')),
  ];
}

/** The description begins with the number and the duty: some clients show nothing else. */
function calendarOf(method: CalendarPart['method'], facts: AboutMeeting, description: string): CalendarPart {
  return meetingCalendar(method, facts.meeting, {
    summary: `联席会办：${facts.title}（${facts.caseNumber}）`,
    description: `工单 ${facts.caseNumber}\n${description}\n${facts.link}`,
    link: facts.link,
    at: facts.at,
  });
}

/** 会办: invitation, change, cancellation, reminder, and what the meeting resolved. */
export const meetingTemplates: Templates<
  | 'meeting-invitation'
  | 'meeting-poll'
  | 'meeting-update'
  | 'meeting-cancellation'
  | 'meeting-reminder'
  | 'meeting-minutes'
  | 'resolution'
  | 'resolution-due'
> = {
  'meeting-invitation': (facts) => {
    const task =
      '请指派能够作出决定的负责同志参加，会前查清本单位职责范围内的情况，带齐依据材料，准备好解决意见；请对日历邀请作出答复，确不能参加的提前告知受理中心。';
    return {
      heading: NOTICE_NAMES['meeting-invitation'].zh,
      tone: 'plain',
      opening: facts.automatic
        ? '下列事项涉及有关单位，会办建议逾期无人答复，按规则自动召集联席会办，由受理中心牵头研究解决。'
        : '下列事项涉及有关单位，由受理中心牵头召开联席会办，共同研究解决。',
      rows: meetingRows(facts),
      task,
      limits: [{ label: START, at: facts.meeting.startsAt, moment: true }],
      otherwiseLabel: '如不到会',
      otherwise: `${NOT_ATTENDING}会议未能解决的，提请专题专报分管副市长。`,
      linkLabel: '查看会议和工单',
      english:
        `Case ${facts.caseNumber}: joint meeting on ${englishTime(facts.meeting.startsAt)}; ` +
        'send somebody who can decide.',
      calendar: calendarOf('REQUEST', facts, task),
    };
  },

  'meeting-poll': (facts) => ({
    heading: NOTICE_NAMES['meeting-poll'].zh,
    tone: 'plain',
    opening: '下列事项涉及有关单位，拟由受理中心牵头召开联席会办，现征求会议时间。',
    rows: [...meetingRows(facts), { label: '可选时间', value: facts.times.map(chineseTime).join('\n') }],
    task: '请在系统中逐一答复各时间能否参加；都不能参加的，也请答复并说明。',
    limits: [{ label: '答复时限', at: facts.due }],
    otherwise: '逾期未答复的，由受理中心电话征求；仍未答复的，按多数单位可行的时间确定，不再另行征求。',
    linkLabel: '答复会议时间',
    english:
      `Case ${facts.caseNumber}: say by ${englishTime(facts.due)} which of the proposed times, ` +
      `from ${englishTime(facts.meeting.startsAt)} on, suit your unit.`,
  }),

  'meeting-update': (facts) => ({
    heading: NOTICE_NAMES['meeting-update'].zh,
    tone: 'pressing',
    opening: '下列事项的联席会办已改期，以本通知为准，日历邀请随本通知更新。',
    rows: [...meetingRows(facts), ...rowIf('改期说明', facts.text)],
    task: '请按新的时间安排能够作出决定的负责同志参加，并对更新后的日历邀请作出答复。',
    limits: [{ label: '新的会议时间', at: facts.meeting.startsAt, moment: true }],
    otherwiseLabel: '如不到会',
    otherwise: NOT_ATTENDING,
    linkLabel: '查看会议和工单',
    english: `Case ${facts.caseNumber}: the joint meeting was moved to ${englishTime(facts.meeting.startsAt)}.`,
    calendar: calendarOf('REQUEST', facts, `会议改期。${facts.text}`),
  }),

  'meeting-cancellation': (facts) => ({
    heading: NOTICE_NAMES['meeting-cancellation'].zh,
    tone: 'plain',
    opening: facts.polling
      ? '正在征求时间的联席会办取消，无须再答复。'
      : `原定于${chineseTime(facts.meeting.startsAt)}召开的联席会办取消，日历中的安排随本通知撤销。`,
    rows: [...meetingRows(facts), ...rowIf('取消说明', facts.text)],
    task: '请相互转告，无须到会；各单位承办的工单继续按原时限办理。',
    limits: facts.polling ? [] : [{ label: '原会议时间', at: facts.meeting.startsAt, moment: true }],
    otherwiseLabel: '后续说明',
    otherwise: '工单的办理时限不因会议取消而改变；需要时受理中心另行召集。',
    linkLabel: '查看工单',
    english:
      `Case ${facts.caseNumber}: the joint meeting ${facts.polling ? '' : `of ${englishTime(facts.meeting.startsAt)} `}is cancelled; ` +
      'the terms of the assignments stand.',
    ...(facts.polling ? {} : { calendar: calendarOf('CANCEL', facts, `会议取消。${facts.text}`) }),
  }),

  'meeting-reminder': (facts) => ({
    heading: NOTICE_NAMES['meeting-reminder'].zh,
    tone: 'plain',
    opening: '下列事项的联席会办即将召开，特此提醒。',
    rows: meetingRows(facts),
    task: '请参会负责同志按时到会，带齐依据材料和解决意见。',
    limits: [{ label: START, at: facts.meeting.startsAt, moment: true }],
    otherwiseLabel: '如不到会',
    otherwise: NOT_ATTENDING,
    linkLabel: '查看会议和工单',
    english: `Case ${facts.caseNumber}: reminder, joint meeting on ${englishTime(facts.meeting.startsAt)}.`,
  }),

  'meeting-minutes': (facts) => ({
    heading: NOTICE_NAMES['meeting-minutes'].zh,
    documentNumber: facts.documentNumber,
    tone: 'plain',
    opening: `${chineseTime(facts.heldAt)}的联席会办${facts.settled ? '已议定解决办法' : '未能议定'}，会议纪要随本通知印发。`,
    rows: [
      { label: '到会情况', value: facts.attended ? '到会' : '未到会' },
      { label: '由贵单位落实', value: facts.own > 0 ? `${facts.own}项议定事项` : '没有议定事项' },
    ],
    task:
      facts.own > 0
        ? '请按会议纪要落实由贵单位负责的议定事项，完成后在系统中填报落实情况。'
        : '请按会议纪要配合有关单位落实。',
    limits: [],
    otherwise: '会议决议对未到会的单位同样有效；到期未落实的，由受理中心追办并报中心主任。',
    linkLabel: '查看会议纪要',
    english: `Case ${facts.caseNumber}: minutes of the joint meeting of ${englishTime(facts.heldAt)} are attached.`,
  }),

  resolution: (facts) => ({
    heading: NOTICE_NAMES.resolution.zh,
    documentNumber: `会议编号 ${facts.meetingId}`,
    tone: 'plain',
    opening: '联席会办就下列事项作出决议，其中由贵单位负责落实的如下。',
    rows: [{ label: '决议内容', value: facts.text }],
    task: '请按决议落实，完成后在系统中填报落实情况。',
    limits: [{ label: '落实时限', at: facts.due }],
    otherwise: '到期未落实的，告知贵单位负责人；仍未落实的，由受理中心追办并报中心主任。',
    linkLabel: '查看决议',
    english: `Case ${facts.caseNumber}: the joint meeting resolved what your unit is to do by ${englishTime(facts.due)}.`,
  }),

  'resolution-due': (facts) => ({
    heading: NOTICE_NAMES['resolution-due'].zh,
    documentNumber: `会议编号 ${facts.meetingId}`,
    tone: 'pressing',
    opening: '联席会办决议中由贵单位负责落实的下列事项已到期，尚未收到落实情况，特告知贵单位负责人。',
    rows: [{ label: '决议内容', value: facts.text }],
    task: '请负责人督促落实，立即在系统中填报落实情况；有困难的，请说明原因和完成时间。',
    limits: [{ label: '落实时限', at: facts.due }],
    otherwise: '仍未落实的，受理中心将追办并报中心主任，必要时以专题专报报分管副市长。',
    linkLabel: '填报落实情况',
    english: `Case ${facts.caseNumber}: a resolution of the joint meeting is due since ${englishTime(facts.due)}; report what was done.`,
  }),
};
