import { verifyLedger } from '@hotline/application';
import { openDatabase } from '@hotline/persistence';
import { Client, Connection } from '@temporalio/client';
import type { CaughtMail } from '@hotline/infra';
import type { Fallen } from '../fault/weather.ts';
import type { Book } from '../people/book.ts';
import type { StormSystem } from '../system/storm-system.ts';
import { compareBook } from './compare-book.ts';
import { compareMail, type TakenMail } from './compare-mail.ts';
import { compareRungs } from './compare-rungs.ts';
import { compareWorkflows } from './compare-workflows.ts';
import type { Complaint } from './complaint.ts';
import { readFacts, type LedgerFacts } from './ledger-facts.ts';

/** A storm in which less was done has tried nothing. */
const LEAST_DEEDS = 10;

/** What the end of a storm comes to. */
export interface Reckoning {
  readonly complaints: readonly Complaint[];
  readonly streams: number;
  readonly events: number;
  readonly rungs: number;
  readonly mails: number;
  readonly mailsAgain: number;
}

/** Compares the book with the ledger, the workflows and the mailbox. */
export async function reckon(
  { plain, mail }: Pick<StormSystem, 'plain' | 'mail'>,
  book: Book,
  fallen: readonly Fallen[],
  patience: number,
): Promise<Reckoning> {
  const workflows = await compareAllWorkflows(plain, patience);
  const facts = await readFacts(plain.databaseUrl);
  const mails = compareMail(mail.mails.map(taken), facts, fallen);
  const idle: Complaint[] =
    book.count('acknowledged') < LEAST_DEEDS ? [{ kind: 'idle', what: `${book.count('acknowledged')} deeds` }] : [];
  const complaints = [
    ...idle,
    ...compareBook(book.deeds, facts),
    ...book.wrongAnswers.map((what): Complaint => ({ kind: 'wrong-answer', what })),
    ...compareRungs(facts),
    ...mails.complaints,
    ...workflows,
    ...(await brokenChains(plain.databaseUrl)),
    ...facts.tasks.filter(({ kind }) => kind === 'dead-letter').map(deadLetter),
  ];
  return {
    complaints,
    streams: facts.streams.length,
    events: facts.events.length,
    rungs: facts.events.filter(({ type }) => type === 'RungActed').length,
    mails: mail.mails.length,
    mailsAgain: mails.again,
  };
}

async function compareAllWorkflows({ databaseUrl, temporal }: StormSystem['plain'], patience: number) {
  const connection = await Connection.connect({ address: temporal });
  try {
    return await compareWorkflows(databaseUrl, new Client({ connection }), patience);
  } finally {
    await connection.close();
  }
}

async function brokenChains(url: string): Promise<Complaint[]> {
  const orm = await openDatabase(url);
  try {
    const { faults } = await verifyLedger({ orm });
    return faults.map(({ stream, number, problem }) => ({
      kind: 'chain',
      what: `${stream} event ${number}: ${problem}`,
    }));
  } finally {
    await orm.close();
  }
}

function deadLetter({ key, detail }: LedgerFacts['tasks'][number]): Complaint {
  return { kind: 'dead-letter', what: `${key} ${JSON.stringify(detail)}` };
}

/** The key of the notice that a mail belongs to; empty when it names none. */
export function noticeKeyOf({ headers }: CaughtMail): string {
  const key = headers.get('x-hotline-notice-key');
  return typeof key === 'string' ? key : '';
}

function taken(mail: CaughtMail): TakenMail {
  return { messageId: mail.messageId ?? '', noticeKey: noticeKeyOf(mail), at: mail.at, answered: mail.answered };
}
