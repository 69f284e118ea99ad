import type { Instant } from '../instant.ts';

/** What a notice is about; each kind has one template for each channel. */
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
  'conference-invitation',
  'conference-update',
  'conference-cancellation',
  'conference-reminder',
  'conference-minutes',
  'conference-resolution',
  'conference-resolution-due',
  'conference-overdue',
  'center-invitation',
  'center-invitation-reminder',
  'center-invitation-overdue',
  'task-digest',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Who is meant; the addresses are looked up when the notice is written. */
export type Recipient =
  | 'handler'
  /** The fax machine of a unit that is not online, by mail to the gateway. */
  | 'fax'
  | 'head'
  | 'units'
  /** The members of the standing circle who are invited: units of ours, and outside bodies by mail. */
  | 'circle'
  | 'shift-leader'
  | 'supervisor'
  | 'director'
  | 'deputy-mayor'
  | 'deputy-office'
  | 'mayor'
  | 'leader';

/** What a citizen is told of his own case by a short message (短信告知): 受理, 转办, 延期, 办结, 回访. */
export const CITIZEN_NOTICES = [
  'citizen-accepted',
  'citizen-transferred',
  'citizen-extended',
  'citizen-closed',
  'citizen-callback',
] as const;
export type CitizenNotice = (typeof CITIZEN_NOTICES)[number];

/** Human work, one aggregate for all of it (待办). */
export const TASK_KINDS = [
  'assign-or-answer',
  'phone-unread',
  'phone-acknowledge',
  'phone-urging',
  'phone-fax',
  'emergency-call',
  'transfer-outcome',
  'transfer-receipt',
  'urgent-report',
  'return-result',
  'return-call',
  'fax',
  'ruling',
  'dispute',
  'extension-decision',
  'suspension-review',
  'review',
  'callback',
  'second-look',
  'proposal',
  'on-site-session',
  'talk',
  'public-criticism',
  'leader-question',
  'phone-poll',
  'fix-meeting-time',
  'minutes',
  'resolution-overdue',
  'instruction-follow-up',
  'open-instruction',
  'part-review',
  'books-review',
  'sample-look',
  'quality-appeal',
  'article-review',
  'article-revise',
  'article-check',
  'article-renew',
  'stay-hand-over',
  'conference-agenda',
  'conference-minutes',
  'conference-resolution',
  'center-invitation',
  'attend-invitation',
  'invitation-outcome',
  'refused-address',
  'dead-letter',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const QUEUES = [
  'shift-leader',
  'dispatch',
  'supervision',
  'callback',
  'quality',
  'knowledge',
  'director',
  'deputy-office',
  'administration',
] as const;
export type Queue = (typeof QUEUES)[number];

/** Ways out that the director is asked to decide upon (DESIGN, section 7). */
export const PROPOSAL_KINDS = ['on-site', 'talk', 'joint-meeting', 'special-report', 'public-criticism'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** One consequence, written so that policy can state it as data and a history shows it. */
export type EffectCode =
  | `notice:${NoticeKind}:${Recipient}`
  | `tell:${CitizenNotice}:callers`
  | `task:${TaskKind}:${Queue}`
  | `propose:${ProposalKind}`;

/** A consequence that an event had at once. `subject` is the ladder it belongs to: when that is dropped, its tasks settle. */
export interface Effect {
  readonly code: EffectCode;
  readonly subject: string;
  readonly unitId?: string;
  /** The one person who is meant, for the recipient `leader`; a task is his from the start. */
  readonly userId?: string;
  readonly due?: Instant;
  /** The deputy mayor in charge, where a notice is for him. */
  readonly deputyMayorId?: string;
}
