import type { NoticeKind } from '@hotline/domain';
import { NOTICE_NAMES } from '@hotline/notifications';
import type { City } from './api-client.ts';
import { sameCount, type Comparison } from './expectation.ts';
import { mailsOfCase, type CaughtMail } from './mail-catcher.ts';
import type { Narrator } from './narrator.ts';
import { until } from './pace.ts';

/** Where a scene is played. */
export interface Theatre {
  readonly city: City;
  readonly narrator: Narrator;
  /** The address of the mail catcher's page. */
  readonly mailPage: string;
}

/** A scene plays one case from its call to its end, and says what was promised and what came. */
export interface Scene {
  readonly title: string;
  play(theatre: Theatre): Promise<readonly Comparison[]>;
}

/** How many mails of each kind a case must have caused; of a kind that is not named, none. */
export type ExpectedMails = Partial<Record<NoticeKind, number | { readonly atLeast: number }>>;

const PATIENCE = 10_000;

/** Counts the mails of a case in the catcher, once those expected have come or will not come any more. */
export async function compareMails(page: string, caseNumber: string, expected: ExpectedMails): Promise<Comparison[]> {
  let mails: readonly CaughtMail[] = [];
  const compare = async (): Promise<Comparison[]> => {
    mails = await mailsOfCase(page, caseNumber);
    const kinds = new Set([...Object.keys(expected), ...mails.map(({ kind }) => kind)]) as Set<NoticeKind>;
    return [...kinds].map((kind) => {
      const { zh, en } = NOTICE_NAMES[kind];
      return sameCount(`邮件 ${zh}`, en, expected[kind] ?? 0, mails.filter((mail) => mail.kind === kind).length);
    });
  };
  await until('mails', PATIENCE, async () => ((await compare()).every(({ holds }) => holds) ? true : undefined)).catch(
    () => undefined,
  );
  const invitations = mails.filter(({ kind }) => kind === 'meeting-invitation' || kind === 'meeting-update');
  const withCalendar = invitations.filter(({ hasCalendar }) => hasCalendar).length;
  const calendars = sameCount('会议邮件附日历', 'meeting mails with a calendar part', invitations.length, withCalendar);
  return [...(await compare()), ...(invitations.length > 0 ? [calendars] : [])];
}
