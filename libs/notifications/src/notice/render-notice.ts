import type { NoticeKind } from '@hotline/domain';
import { assignmentTemplates } from '../templates/assignment.templates.ts';
import { conferenceTemplates, invitationTemplates } from '../templates/conference.templates.ts';
import { deadlineTemplates } from '../templates/deadline.templates.ts';
import { deskTemplates } from '../templates/desk.templates.ts';
import { emergencyTemplates } from '../templates/emergency.templates.ts';
import { intakeTemplates } from '../templates/intake.templates.ts';
import { knowledgeTemplates } from '../templates/knowledge.templates.ts';
import { meetingTemplates } from '../templates/meeting.templates.ts';
import { peopleTemplates } from '../templates/people.templates.ts';
import { reportTemplates } from '../templates/report.templates.ts';
import { supervisionTemplates } from '../templates/supervision.templates.ts';
import { chineseTime } from './local-time.ts';
import type { NoticeFacts, NoticeFactsOf } from './notice-facts.ts';
import type { CalendarPart, Limit, NoticeSheet, SheetRow, Template, Templates } from './notice-sheet.ts';
import { oneLine, shortened } from './plain-text.ts';
import { renderHtml } from './render-html.ts';
import { renderText, type AddressedSheet } from './render-text.ts';
import { CENTER, NOTICE_NAMES, ROLE_NAMES } from './words.ts';

/** A notice ready for any channel. */
export interface RenderedNotice {
  /** One line, safe in a header. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The notice in one Chinese line with its link, for short messages. */
  readonly brief: string;
  readonly calendar?: CalendarPart;
}

/** A notice as a person's list shows it. */
export interface InAppNotice {
  readonly title: string;
  readonly body: string;
}

const TEMPLATES: Templates<NoticeKind> = {
  ...assignmentTemplates,
  ...deadlineTemplates,
  ...meetingTemplates,
  ...reportTemplates,
  ...deskTemplates,
  ...supervisionTemplates,
  ...intakeTemplates,
  ...emergencyTemplates,
  ...knowledgeTemplates,
  ...peopleTemplates,
  ...conferenceTemplates,
  ...invitationTemplates,
};

const TITLE_LENGTH = 60;

/**
 * The notice in its Chinese words, with one English line. Pure: the same facts give the same notice. Times are shown in
 * Asia/Shanghai. Throws RangeError when an instant of the facts is none.
 */
export function renderNotice(facts: NoticeFacts): RenderedNotice {
  const sheet = sheetOf(facts);
  const addressed: AddressedSheet = {
    ...sheet,
    recipientName: facts.recipientName,
    about: aboutOf(facts),
    limitWords: limitWordsOf(sheet, facts),
    link: facts.link,
    at: facts.at,
  };
  return {
    subject: oneLine(`【${sheet.heading.replace(CENTER, '')}】${subjectOf(facts)}`),
    text: renderText(addressed),
    html: renderHtml(addressed),
    brief: oneLine(
      `【如皋12345】${[`${sheet.heading.replace(CENTER, '')} ${subjectOf(facts)}`.trim(), ...addressed.limitWords].join('；')}。${facts.link}`,
    ),
    ...(sheet.calendar ? { calendar: sheet.calendar } : {}),
  };
}

/** The notice for the recipient's list in the system, in Chinese unless told. */
export function renderInApp(facts: NoticeFacts, language: 'zh' | 'en' = 'zh'): InAppNotice {
  const sheet = sheetOf(facts);
  if (language === 'en')
    return { title: `${NOTICE_NAMES[facts.kind].en} ${subjectOf(facts)}`.trim(), body: oneLine(sheet.english) };
  return {
    title: `${sheet.heading.replace(CENTER, '')} ${subjectOf(facts)}`.trim(),
    body: oneLine([...limitWordsOf(sheet, facts), sheet.task].join('；')),
  };
}

function sheetOf<Kind extends NoticeKind>(facts: NoticeFactsOf<Kind> & NoticeFacts): NoticeSheet {
  // The record is exhaustive and keyed by the kind of its facts, which the compiler cannot follow through an index.
  const template = TEMPLATES[facts.kind] as unknown as Template<Kind>;
  return template(facts);
}

function subjectOf(facts: NoticeFacts): string {
  if ('articleId' in facts || 'conferenceId' in facts || 'invitationId' in facts)
    return shortened(facts.title, TITLE_LENGTH);
  return 'caseNumber' in facts ? `${facts.caseNumber} ${shortened(facts.title, TITLE_LENGTH)}` : '';
}

function aboutOf(facts: NoticeFacts): SheetRow[] {
  if ('articleId' in facts) return [{ label: '知识条目', value: facts.title }];
  if ('conferenceId' in facts) return [{ label: '会议', value: facts.title }];
  if ('invitationId' in facts)
    return [
      { label: '邀请部门', value: facts.from },
      { label: '事由', value: facts.title },
    ];
  if (!('caseNumber' in facts)) return [];
  const about = [
    { label: '工单编号', value: facts.caseNumber },
    { label: '诉求标题', value: facts.title },
  ];
  if (!('unitName' in facts) || !facts.unitName) return about;
  const role = 'role' in facts && facts.role ? `（${ROLE_NAMES[facts.role].zh}）` : '';
  return [...about, { label: unitLabelOf(facts), value: `${facts.unitName}${role}` }];
}

function unitLabelOf(facts: NoticeFacts): string {
  if ('meeting' in facts) return '通知单位';
  return 'reportId' in facts || 'meetingId' in facts ? '责任单位' : '承办单位';
}

function limitWordsOf(sheet: NoticeSheet, facts: NoticeFacts): string[] {
  return sheet.limits.map((limit) => `${limit.label}：${chineseTime(limit.at)}${standing(limit, facts.at)}`);
}

function standing({ at, moment }: Limit, now: string): string {
  if (moment) return '';
  if (at > now) return '前';
  return at === now ? '（已到期）' : '（已逾期）';
}
