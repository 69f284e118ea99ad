import type { EventEnvelope, Instant } from '@hotline/domain';
import { unseal, type StreamState } from '@hotline/persistence';
import { execute } from '../../../infra/postgres/cluster.ts';

export interface StreamRow {
  readonly id: string;
  readonly kind: 'case' | 'meeting' | 'report' | 'article';
  readonly head: number;
  readonly open: boolean;
  readonly state: StreamState;
}

export interface NoticeRow {
  readonly key: string;
  readonly kind: string;
  readonly stream: string;
  readonly subject: string;
  readonly event_number: number | null;
  readonly recipient: string;
  readonly mail: 'none' | 'pending' | 'sent' | 'refused';
}

/** What lies in the database, as far as it is compared. */
export interface LedgerFacts {
  readonly streams: readonly StreamRow[];
  readonly events: readonly EventEnvelope[];
  /** The words that people wrote, with the stream or the task they belong to. */
  readonly words: readonly { readonly id: string; readonly stream: string; readonly words: string }[];
  readonly notices: readonly NoticeRow[];
  readonly tasks: readonly { readonly key: string; readonly kind: string; readonly detail: unknown }[];
  readonly now: Instant;
}

async function rows<Row>(url: string, statement: string): Promise<Row[]> {
  return (await execute(url, statement)).rows as Row[];
}

const STREAMS = 'select id, kind, head_number as head, open, state from stream order by id';
/** A case's first words lie in its file, a task's last ones in the task: there alone, or in the event that finished it too. */
const WORDS = `select id::text, stream, words from text
  union all select case_number, case_number, text from case_file
  union all select id::text, stream, outcome from task
    where outcome is not null and not exists (select 1 from text where text.stream = task.stream and words = outcome)`;

/** Reads the streams alone. */
export function readStreams(url: string): Promise<StreamRow[]> {
  return rows<StreamRow>(url, STREAMS);
}

export async function readEvents(url: string): Promise<EventEnvelope[]> {
  const found = await rows<{ canonical: string; hash: string }>(
    url,
    'select canonical, hash from event order by stream, number',
  );
  return found.map(unseal);
}

export async function readFacts(url: string): Promise<LedgerFacts> {
  const [clock] = await rows<{ now: Date }>(url, 'select clock_timestamp() as now');
  return {
    streams: await readStreams(url),
    events: await readEvents(url),
    words: await rows(url, WORDS),
    notices: await rows(
      url,
      `select key, kind, stream, subject, event_number, coalesce(recipient_id, recipient_name) as recipient, mail from notice
       where channel = 'mail'`,
    ),
    tasks: await rows(url, 'select key, kind, detail from task'),
    now: (clock?.now ?? new Date()).toISOString(),
  };
}

/** What still waits to be carried or sent. */
export interface Waiting {
  /** Streams, each with the number from which on its workflow waits, and how often it was refused. */
  readonly outbox: readonly string[];
  readonly dead: number;
  readonly unsent: number;
  readonly now: Date;
}

/** What is as young as the carrying or the mail may well take does not count: people and rungs go on. */
export async function readWaiting(url: string): Promise<Waiting> {
  const [waiting] = await rows<Waiting>(
    url,
    `select array(select o.stream || ' from ' || o.from_number || ', refused ' || o.attempts from outbox o
         join event e on e.stream = o.stream and e.number = o.from_number
         where o.dead_at is null and e.at < clock_timestamp() - interval '3 s' order by o.stream) as outbox,
       (select count(*)::int from outbox where dead_at is not null) as dead,
       (select count(*)::int from notice where mail = 'pending' and created_at < clock_timestamp() - interval '6 s') as unsent,
       clock_timestamp() as now`,
  );
  if (!waiting) throw new Error('the database answered nothing');
  return waiting;
}
