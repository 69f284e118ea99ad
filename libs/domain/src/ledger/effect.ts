import type { Instant } from '../instant.ts';

/** What a notice is about; each kind has one template for each channel. */
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
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Who is meant; the addresses are looked up when the notice is written. */
export type Recipient =
  | 'handler'
  | 'head'
  | 'units'
  | 'shift-leader'
  | 'supervisor'
  | 'director'
  | 'deputy-mayor'
  | 'deputy-office';

/** Human work, one aggregate for all of it (待办). */
export const TASK_KINDS = [
  'assign-or-answer',
  'phone-unread',
  'phone-acknowledge',
  'phone-urging',
  'emergency-call',
  'fax',
  'ruling',
  'extension-decision',
  'suspension-review',
  'review',
  'callback',
  'second-look',
  'proposal',
  'on-site-session',
  'talk',
  'minutes',
  'resolution-overdue',
  'instruction-follow-up',
  'books-review',
  'refused-address',
  'dead-letter',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const QUEUES = [
  'shift-leader',
  'dispatch',
  'supervision',
  'callback',
  'director',
  'deputy-office',
  'administration',
] as const;
export type Queue = (typeof QUEUES)[number];

/** Ways out that the director is asked to decide upon (DESIGN, section 7). */
export const PROPOSAL_KINDS = ['on-site', 'talk', 'joint-meeting', 'special-report'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** One consequence, written so that policy can state it as data and a history shows it. */
export type EffectCode = `notice:${NoticeKind}:${Recipient}` | `task:${TaskKind}:${Queue}` | `propose:${ProposalKind}`;

/** A consequence that an event had at once. `subject` is the ladder it belongs to: when that is dropped, its tasks settle. */
export interface Effect {
  readonly code: EffectCode;
  readonly subject: string;
  readonly unitId?: string;
  readonly due?: Instant;
}
