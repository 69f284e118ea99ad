export * from './channel/channel.ts';
export * from './channel/log.channel.ts';
export { isMailAddress } from './channel/mail-address.ts';
export * from './channel/mail.channel.ts';
export { messageIdOf } from './channel/message-id.ts';
export { chineseDay, chineseTime, englishTime } from './notice/local-time.ts';
export type {
  DeskMatter,
  DigestTask,
  MeetingFacts,
  NoticeFacts,
  NoticeFactsByKind,
  NoticeFactsOf,
  OnSiteFacts,
} from './notice/notice-facts.ts';
export type { CalendarPart } from './notice/notice-sheet.ts';
export { renderInApp, renderNotice, type InAppNotice, type RenderedNotice } from './notice/render-notice.ts';
export {
  asCitizenMail,
  asShortMessage,
  citizenMail,
  citizenSms,
  codeSms,
  type CitizenFacts,
} from './sms/citizen-sms.ts';
export {
  CENTER,
  DESK_MATTER_NAMES,
  NOTICE_NAMES,
  PROPOSAL_NAMES,
  ROLE_NAMES,
  TASK_NAMES,
  URGENCY_NAMES,
} from './notice/words.ts';
