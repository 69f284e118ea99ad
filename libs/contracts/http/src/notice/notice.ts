import { z } from 'zod';
import { named } from '../contract.ts';
import { answeredInstant } from '../text/instant.ts';
import { flag, pageOf, pageQuery } from '../text/page.ts';

export const NOTICE_KINDS = [
  'assignment',
  'fax-sheet',
  'acknowledge-reminder',
  'yellow',
  'red',
  'urging-notice',
  'supervision-notice',
  'still-overdue',
  'first-report-missing',
  'minutes-late',
  'emergency-declared',
  'urgent-report',
  'missed-call-overdue',
  'return-ruled',
  'dispute-ruled',
  'extension-decided',
  'term-changed',
  'feedback-rejected',
  'contact-reminder',
  'handed-over-within',
  'feedback-proposed',
  'feedback-sent-back',
  'redo',
  'withdrawn',
  'call-again',
  'urgency-raised',
  'incident',
  'proposal',
  'on-site-session',
  'talk',
  'public-criticism',
  'return-slip-missing',
  'leader-question',
  'leader-question-due',
  'leader-answer',
  'meeting-poll',
  'meeting-invitation',
  'meeting-update',
  'meeting-cancellation',
  'meeting-reminder',
  'meeting-minutes',
  'resolution',
  'resolution-due',
  'special-report',
  'weekly-folder',
  'instruction-reminder',
  'instruction-overdue',
  'instruction',
  'instruction-due',
  'part-sent-back',
  'instruction-open',
  'desk-overdue',
  'article-expiring',
  'article-expired',
  'article-doubted',
  'article-overdue',
  'stay-ending',
  'stay-ended',
  'task-digest',
] as const;
export const noticeKind = named('NoticeKind', z.enum(NOTICE_KINDS));

/** 站内通知: one notice to this person. */
export const noticeView = named(
  'Notice',
  z.object({
    noticeId: z.string(),
    kind: noticeKind,
    caseNumber: z.string().optional(),
    articleId: z.string().optional(),
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
