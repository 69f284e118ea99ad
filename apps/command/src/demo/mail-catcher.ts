import { NOTICE_NAMES } from '@hotline/notifications';
import type { NoticeKind } from '@hotline/domain';

/** A mail as the demo counts it. */
export interface CaughtMail {
  readonly kind: NoticeKind;
  readonly to: string;
  readonly subject: string;
  /** The stream of its notice: a case, a meeting or a special report. */
  readonly stream: string;
  readonly hasCalendar: boolean;
}

interface MailOfCatcher {
  readonly subject: string;
  readonly to: readonly { readonly address: string }[];
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments?: readonly { readonly contentType: string }[];
}

const KINDS = new Map(Object.entries(NOTICE_NAMES).map(([kind, { zh }]) => [zh, kind as NoticeKind]));

/**
 * The mails of a case in the mail catcher, its meetings' and reports' included.
 *
 * @param page the address of the catcher's page
 */
export async function mailsOfCase(page: string, caseNumber: string): Promise<CaughtMail[]> {
  const response = await fetch(`${page.replace(/\/$/, '')}/api/email`);
  if (!response.ok) throw new Error(`the mail catcher at ${page} answers ${response.status}`);
  const mails = (await response.json()) as MailOfCatcher[];
  return mails.map(read).filter(({ stream }) => stream === caseNumber || stream.startsWith(`${caseNumber}-`));
}

function read({ subject, to, headers, attachments = [] }: MailOfCatcher): CaughtMail {
  const heading = /^【(.+?)】/.exec(subject)?.[1] ?? '';
  return {
    // The center's own reminders name the matter in their heading, so they have none of their own.
    kind: KINDS.get(heading) ?? 'desk-overdue',
    to: to[0]?.address ?? '',
    subject,
    stream: headers['x-hotline-notice-key']?.split(':')[0] ?? '',
    hasCalendar: attachments.some(({ contentType }) => contentType === 'text/calendar'),
  };
}
