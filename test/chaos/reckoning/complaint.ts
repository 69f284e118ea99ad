/** What must be nothing at the end of a storm. */
export const COMPLAINTS = {
  idle: 'nobody could do anything, so nothing was tried',
  lost: 'acknowledged, and not in the ledger',
  doubled: 'written twice',
  'half-written': 'refused, and written all the same',
  'wrong-answer': '5xx other than 503, or one request with two answers',
  'revision-twice': 'two acknowledged changes with one revision',
  'rung-twice': 'a rung that acted twice',
  'notice-twice': 'a rung that told somebody twice',
  'mail-twice': 'a mail sent twice with nothing in its way',
  'mail-lost': 'a notice marked as sent that never came',
  'mail-stray': 'a mail that belongs to no notice',
  'silent-refusal': 'a refused mail without a task',
  stuck: 'an open stream whose workflow does not run, or stands still',
  lingering: 'a workflow that goes on after its stream has ended',
  differs: 'a workflow whose state is not the fold of the ledger',
  chain: 'a ledger that does not hold',
  outbox: 'rows left in the outbox',
  'dead-letter': 'what the machine gave up',
  unsent: 'notices not sent',
  'slow-drain': 'not drained in a minute after the last fault',
  'slow-rungs': 'overdue actions not done in half a minute after the last fault',
} as const;
export type ComplaintKind = keyof typeof COMPLAINTS;

export interface Complaint {
  readonly kind: ComplaintKind;
  readonly what: string;
}
