import { chineseTime, englishTime } from '../notice/local-time.ts';
import { meetingCalendar } from '../notice/meeting-calendar.ts';
import type { ConferenceCall } from '../notice/notice-facts.ts';
import { rowIf, type CalendarPart, type SheetRow, type Templates } from '../notice/notice-sheet.ts';
import { CENTER, NOTICE_NAMES } from '../notice/words.ts';

const START = '会议时间';
const WAYS = { joint: '联办', assist: '协办' } as const;

function rowsOf({ meeting, agenda }: ConferenceCall): SheetRow[] {
  return [
    ...rowIf('会议地点', meeting.place ?? `${CENTER}会议室`),
    ...rowIf('参加单位', meeting.attendees.map(({ name }) => name).join('、')),
    ...rowIf('会议议程', agenda.map((item, index) => `${index + 1}．${item}`).join('\n')),
  ];
}

function calendarOf(method: CalendarPart['method'], facts: ConferenceCall, description: string): CalendarPart {
  return meetingCalendar(method, facts.meeting, {
    summary: facts.title,
    description: `${description}\n${facts.link}`,
    link: facts.link,
    at: facts.at,
  });
}

/** 定期联席会议: the circle's sessions, and what they resolved. */
export const conferenceTemplates: Templates<
  | 'conference-invitation'
  | 'conference-update'
  | 'conference-cancellation'
  | 'conference-reminder'
  | 'conference-minutes'
  | 'conference-resolution'
  | 'conference-resolution-due'
  | 'conference-overdue'
> = {
  'conference-invitation': (facts) => {
    const task =
      '请负责同志参加，会前了解与本部门有关的议程；请对日历邀请作出答复，确不能参加的，委托能够表态的同志代会。';
    return {
      heading: NOTICE_NAMES['conference-invitation'].zh,
      tone: 'plain',
      opening: `按照定期通报交流情况联席会议制度，由受理中心牵头召开${facts.title}${facts.automatic ? '（本通知到期自动发出）' : ''}。`,
      rows: rowsOf(facts),
      task,
      limits: [{ label: START, at: facts.meeting.startsAt, moment: true }],
      otherwiseLabel: '如不到会',
      otherwise: '会议照常进行，议定的会办、联办、协办事项对缺席部门同样有效。',
      linkLabel: '查看会议和议程',
      english: `Joint conference on ${englishTime(facts.meeting.startsAt)}; send somebody who can decide.`,
      calendar: calendarOf('REQUEST', facts, task),
    };
  },

  'conference-update': (facts) => ({
    heading: NOTICE_NAMES['conference-update'].zh,
    tone: 'pressing',
    opening: `${facts.title}已改期，以本通知为准，日历邀请随本通知更新。`,
    rows: [...rowsOf(facts), ...rowIf('改期说明', facts.text)],
    task: '请按新的时间安排参加，并对更新后的日历邀请作出答复。',
    limits: [{ label: '新的会议时间', at: facts.meeting.startsAt, moment: true }],
    otherwiseLabel: '如不到会',
    otherwise: '会议照常进行，议定事项对缺席部门同样有效。',
    linkLabel: '查看会议和议程',
    english: `The joint conference was moved to ${englishTime(facts.meeting.startsAt)}.`,
    calendar: calendarOf('REQUEST', facts, `会议改期。${facts.text}`),
  }),

  'conference-cancellation': (facts) => ({
    heading: NOTICE_NAMES['conference-cancellation'].zh,
    tone: 'plain',
    opening: `原定于${chineseTime(facts.meeting.startsAt)}召开的${facts.title}取消，日历中的安排随本通知撤销。`,
    rows: [...rowsOf(facts), ...rowIf('取消说明', facts.text)],
    task: '请相互转告，无须到会。',
    limits: [{ label: '原会议时间', at: facts.meeting.startsAt, moment: true }],
    otherwiseLabel: '后续说明',
    otherwise: '议程中的事项按原时限办理，需要时列入下次会议。',
    linkLabel: '查看会议',
    english: `The joint conference of ${englishTime(facts.meeting.startsAt)} is cancelled.`,
    calendar: calendarOf('CANCEL', facts, `会议取消。${facts.text}`),
  }),

  'conference-reminder': (facts) => ({
    heading: NOTICE_NAMES['conference-reminder'].zh,
    tone: 'plain',
    opening: `${facts.title}即将召开，特此提醒。`,
    rows: rowsOf(facts),
    task: '请按时到会，带齐与本部门有关议程的材料和意见。',
    limits: [{ label: START, at: facts.meeting.startsAt, moment: true }],
    otherwiseLabel: '如不到会',
    otherwise: '会议照常进行，议定事项对缺席部门同样有效。',
    linkLabel: '查看会议和议程',
    english: `Reminder: joint conference on ${englishTime(facts.meeting.startsAt)}.`,
  }),

  'conference-minutes': (facts) => ({
    heading: NOTICE_NAMES['conference-minutes'].zh,
    documentNumber: facts.documentNumber,
    tone: 'plain',
    opening: `${chineseTime(facts.heldAt)}召开的${facts.title}，会议纪要随本通知印发。`,
    task: '请按会议纪要落实与本部门有关的事项。',
    limits: [],
    otherwise: '决议到期未落实的，由受理中心追办并报中心主任。',
    linkLabel: '查看会议纪要',
    english: `Minutes of the joint conference of ${englishTime(facts.heldAt)} are attached.`,
  }),

  'conference-resolution': (facts) => ({
    heading: NOTICE_NAMES['conference-resolution'].zh,
    tone: 'plain',
    opening: `${facts.title}议定下列事项，由${facts.unitName}${WAYS[facts.way]}。`,
    rows: [{ label: '决议内容', value: facts.text }],
    task: '请按决议落实，完成后在系统中填报落实情况。',
    limits: [{ label: '落实时限', at: facts.due }],
    otherwise: '到期未落实的，告知单位负责人；仍未落实的，由受理中心追办并报中心主任。',
    linkLabel: '查看决议',
    english: `The joint conference resolved what your unit is to do by ${englishTime(facts.due)}.`,
  }),

  'conference-resolution-due': (facts) => ({
    heading: NOTICE_NAMES['conference-resolution-due'].zh,
    tone: 'pressing',
    opening: `${facts.title}议定由${facts.unitName}${WAYS[facts.way]}的下列事项已到期，尚未收到落实情况，特告知单位负责人。`,
    rows: [{ label: '决议内容', value: facts.text }],
    task: '请负责人督促落实，立即在系统中填报落实情况；有困难的，请说明原因和完成时间。',
    limits: [{ label: '落实时限', at: facts.due }],
    otherwise: '仍未落实的，受理中心将追办并报中心主任。',
    linkLabel: '填报落实情况',
    english: `A resolution of the joint conference is due since ${englishTime(facts.due)}; report what was done.`,
  }),

  'conference-overdue': (facts) => ({
    heading: NOTICE_NAMES['conference-overdue'].zh,
    tone: 'pressing',
    opening:
      facts.matter === 'minutes'
        ? `${facts.title}原定${chineseTime(facts.heldAt)}召开，至今没有会议纪要，也没有改期或取消。`
        : `${facts.title}的决议到期后仍未落实。`,
    task:
      facts.matter === 'minutes'
        ? '请查明会议是否召开：已召开的，责成录入会议纪要；未召开的，请改期或取消。'
        : '请研究督促落实的措施，必要时提请会办或专题专报。',
    limits: [],
    otherwise: '未处理期间，系统将按规定周期继续报告。',
    linkLabel: '查看会议',
    english:
      facts.matter === 'minutes'
        ? `The joint conference of ${englishTime(facts.heldAt)} has no minutes: have it held, moved or cancelled.`
        : `A resolution of the joint conference of ${englishTime(facts.heldAt)} is still not carried out.`,
  }),
};

/** 其他部门邀请: whoever of the center was named to go. */
export const invitationTemplates: Templates<
  'center-invitation' | 'center-invitation-reminder' | 'center-invitation-overdue'
> = {
  'center-invitation': (facts) => ({
    heading: NOTICE_NAMES['center-invitation'].zh,
    tone: 'plain',
    opening: `${facts.from}邀请受理中心参加下列会议，中心确定由您参加。`,
    rows: [{ label: '会议地点', value: facts.place }],
    task: '请按时参加，献计献策；会后在系统中填报参加结果。',
    limits: [{ label: START, at: facts.startsAt, moment: true }],
    otherwiseLabel: '如不能参加',
    otherwise: '请尽早告知督查室，另行确定人员。',
    linkLabel: '查看邀请',
    english: `You are to attend as invited on ${englishTime(facts.startsAt)}.`,
  }),

  'center-invitation-reminder': (facts) => ({
    heading: NOTICE_NAMES['center-invitation-reminder'].zh,
    tone: 'plain',
    opening: `${facts.from}邀请、由您参加的下列会议即将召开。`,
    rows: [{ label: '会议地点', value: facts.place }],
    task: '请按时参加；会后在系统中填报参加结果。',
    limits: [{ label: START, at: facts.startsAt, moment: true }],
    otherwiseLabel: '如不能参加',
    otherwise: '请立即告知督查室，另行确定人员。',
    linkLabel: '查看邀请',
    english: `Reminder: you attend as invited on ${englishTime(facts.startsAt)}.`,
  }),

  'center-invitation-overdue': (facts) => ({
    heading: NOTICE_NAMES['center-invitation-overdue'].zh,
    tone: 'pressing',
    opening: `${facts.from}邀请受理中心参加的下列会议已过，至今没有参加结果。`,
    rows: [{ label: '会议地点', value: facts.place }, ...rowIf('参加人', facts.attendeeName)],
    task: '请责成参加人填报参加结果。',
    limits: [{ label: START, at: facts.startsAt, moment: true }],
    otherwise: '未填报期间，系统将按规定周期继续报告。',
    linkLabel: '查看邀请',
    english: `The invitation of ${englishTime(facts.startsAt)} has no outcome yet: have it entered.`,
  }),
};
