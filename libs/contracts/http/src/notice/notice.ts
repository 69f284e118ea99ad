import { z } from 'zod';
import { named } from '../contract.ts';
import { answeredInstant } from '../text/instant.ts';
import { flag, pageOf, pageQuery } from '../text/page.ts';

export const NOTICE_KINDS = [
  'assignment',
  'acknowledge-reminder',
  'yellow',
  'red',
  'urging-notice',
  'supervision-notice',
  'still-overdue',
  'first-report-missing',
  'return-ruled',
  'extension-decided',
  'feedback-rejected',
  'redo',
  'withdrawn',
  'proposal',
  'on-site-session',
  'talk',
  'meeting-invitation',
  'meeting-update',
  'meeting-cancellation',
  'meeting-reminder',
  'resolution',
  'resolution-due',
  'special-report',
  'instruction-reminder',
  'instruction-overdue',
  'instruction',
  'instruction-due',
  'desk-overdue',
  'task-digest',
] as const;
export const noticeKind = named('NoticeKind', z.enum(NOTICE_KINDS));

/** 站内通知: one notice to this person. */
export const noticeView = named(
  'Notice',
  z.object({
    noticeId: z.string(),
    kind: noticeKind,
    caseNumber: z.string(),
    stream: z.string(),
    createdAt: answeredInstant(),
    dueAt: answeredInstant().optional(),
    readAt: answeredInstant().optional(),
    mail: z.enum(['none', 'pending', 'sent', 'refused']),
  }),
);
export type Notice = z.infer<typeof noticeView>;
export const noticePage = named(
  'NoticePage',
  pageOf(noticeView).extend({ unread: z.int().meta({ description: '未读条数' }) }),
);
export const noticeQuery = z.strictObject({ unread: flag().optional(), ...pageQuery });
/** 已读 */
export const noticeReading = named('NoticeReading', z.strictObject({}));
