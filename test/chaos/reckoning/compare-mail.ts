import type { Fallen } from '../fault/weather.ts';
import type { Complaint } from './complaint.ts';
import type { LedgerFacts } from './ledger-facts.ts';

/** A mail that the mail server took. */
export interface TakenMail {
  readonly messageId: string;
  readonly noticeKey: string;
  readonly at: number;
  readonly answered: boolean;
}

/** The mailbox against the notices: each sent one came, once but for what the world between 250 and commit excuses. */
export interface MailReckoning {
  readonly complaints: Complaint[];
  /** Mails that came again under their Message-ID because the sender could not know: ADR 0011. */
  readonly again: number;
}

const BEFORE = 2_000;
const AFTER = 15_000;

export function compareMail(
  mails: readonly TakenMail[],
  { notices, tasks }: Pick<LedgerFacts, 'notices' | 'tasks'>,
  fallen: readonly Fallen[],
): MailReckoning {
  const complaints: Complaint[] = [];
  const known = new Set(notices.map(({ key }) => key));
  const byKey = Map.groupBy(mails, ({ noticeKey }) => noticeKey);
  let again = 0;
  for (const [key, taken] of byKey) {
    if (!known.has(key)) complaints.push({ kind: 'mail-stray', what: `${key} ${taken[0]?.messageId}` });
    if (new Set(taken.map(({ messageId }) => messageId)).size > 1)
      complaints.push({ kind: 'mail-twice', what: `${key} under two Message-IDs` });
    for (const [index, mail] of taken.slice(0, -1).entries()) {
      if (isExcused(mail, fallen)) again++;
      else complaints.push({ kind: 'mail-twice', what: `${key}, mail ${index + 2} of ${taken.length}` });
    }
  }
  for (const { key, mail } of notices)
    if (mail === 'sent' && !byKey.has(key)) complaints.push({ kind: 'mail-lost', what: key });
  const refused = new Set(tasks.filter(({ kind }) => kind === 'refused-address').map(({ key }) => key));
  for (const { key, mail } of notices)
    if (mail === 'refused' && !refused.has(`refused:${key}`)) complaints.push({ kind: 'silent-refusal', what: key });
  return { complaints, again };
}

/** Whether anything stood between the server's 250 and the commit of `sent`. */
function isExcused({ at, answered }: TakenMail, fallen: readonly Fallen[]): boolean {
  if (!answered) return true;
  return fallen.some(({ fault, from, to }) => {
    const between =
      (fault.kind === 'kill' && fault.part !== 'api' && fault.part !== 'relay') ||
      (fault.kind === 'line' && fault.line.startsWith('worker-')) ||
      fault.kind === 'mail' ||
      fault.kind === 'disk';
    return between && from < at + AFTER && to > at - BEFORE;
  });
}
