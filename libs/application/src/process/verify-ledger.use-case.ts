import { IsolationLevel } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  evolveArticle,
  evolveCase,
  evolveConference,
  evolveInvitation,
  evolveMeeting,
  evolveReport,
  evolveRulesChange,
  GENESIS,
  type ArticleEvent,
  type CaseEvent,
  type ConferenceEvent,
  type EventEnvelope,
  type InvitationEvent,
  type MeetingEvent,
  type ReportEvent,
  type RulesChangeEvent,
  type TextReference,
} from '@hotline/domain';
import {
  arrayOf,
  canonicalJson,
  sha256,
  StreamEntity,
  unseal,
  type Stream,
  type StreamState,
} from '@hotline/persistence';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/**
 * What does not hold in a stream, at which event: a number is missing (gap), a hash is not its text's or a column not its
 * event's (hash), an event does not follow the one before (chain), a text is missing or not the one an event names (text),
 * the head or the kept state is not the fold (head, state), the events are gone, or what they belong to (lost).
 */
export interface LedgerFault {
  readonly stream: string;
  readonly number: number;
  readonly problem: 'gap' | 'hash' | 'chain' | 'text' | 'head' | 'state' | 'lost';
}

const PAGE = 200;

interface Row {
  readonly stream: string;
  readonly number: number;
  readonly type: string;
  readonly at: Date;
  readonly canonical: string;
  readonly hash: string;
  readonly action_key: string | null;
}

/**
 * Walks every stream: numbers without gaps, each hash over its canonical text and the one before, each text as the event
 * that names it says, the head and the kept state equal to the fold. Answers what does not hold. May run beside everything
 * else: each page of streams is read as it was at one moment.
 */
export async function verifyLedger(
  context: Pick<UseCaseContext, 'orm'>,
  onProgress: (streams: number, events: number) => void = () => undefined,
): Promise<{ readonly streams: number; readonly events: number; readonly faults: readonly LedgerFault[] }> {
  const faults: LedgerFault[] = [];
  let [streams, events, after] = [0, 0, ''];
  for (;;) {
    const page = await context.orm.em
      .fork()
      .transactional((em) => verifyPage(em, after), { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true });
    faults.push(...page.faults);
    if (page.last === undefined) break;
    streams += page.streams;
    events += page.events;
    after = page.last;
    onProgress(streams, events);
  }
  faults.push(...(await withoutStream(context)));
  return { streams, events, faults };
}

async function verifyPage(em: SqlEntityManager, after: string) {
  const page = await em.find(
    StreamEntity,
    { id: { $gt: after } },
    { orderBy: { id: 'asc' }, limit: PAGE, disableIdentityMap: true },
  );
  const ids = arrayOf(page.map(({ id }) => id));
  const rows = await em.execute<Row[]>('select * from event where stream = any(?::text[]) order by stream, number', [
    ids,
  ]);
  const texts = await em.execute<{ id: string; stream: string; sha256: string }[]>(
    `select id, stream, encode(sha256(convert_to(words, 'UTF8')), 'hex') as sha256 from text where stream = any(?::text[])`,
    [ids],
  );
  const digests = new Map(texts.map(({ id, stream, sha256: digest }) => [`${stream} ${id}`, digest]));
  const of = Map.groupBy(rows, ({ stream }) => stream);
  const faults = page.flatMap((stream) => verifyStream(stream, of.get(stream.id) ?? [], digests));
  return { faults, streams: page.length, events: rows.length, last: page.at(-1)?.id };
}

function verifyStream(stream: Stream, rows: readonly Row[], digests: ReadonlyMap<string, string>): LedgerFault[] {
  const fault = (number: number, problem: LedgerFault['problem']): LedgerFault => ({
    stream: stream.id,
    number,
    problem,
  });
  const faults: LedgerFault[] = [];
  let hash = GENESIS;
  let state: StreamState | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.number !== index + 1) return [...faults, fault(row.number, 'gap')];
    if (sha256(row.canonical) !== row.hash) return [...faults, fault(row.number, 'hash')];
    const event = unseal(row);
    if (event.previousHash !== hash || event.number !== row.number || event.stream !== stream.id)
      return [...faults, fault(row.number, 'chain')];
    if (!isItsEvents(row, event)) faults.push(fault(row.number, 'hash'));
    if (referencesIn(event.payload).some(({ id, sha256: digest }) => digests.get(`${stream.id} ${id}`) !== digest))
      faults.push(fault(row.number, 'text'));
    hash = row.hash;
    state = evolve(stream.kind, state, event);
  }
  if (!state) return [fault(0, 'lost')];
  if (stream.headNumber !== rows.length || stream.headHash !== hash) faults.push(fault(rows.length, 'head'));
  else if (canonicalJson(stream.state) !== canonicalJson(state)) faults.push(fault(rows.length, 'state'));
  return faults;
}

/** The columns that queries use say what the hashed text says. */
function isItsEvents({ type, at, action_key: key }: Row, event: EventEnvelope): boolean {
  return type === event.type && new Date(at).toISOString() === event.at && (key ?? undefined) === event.actionKey;
}

/** Every text that a payload names, however deep. */
function referencesIn(value: unknown): TextReference[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('sha256' in value && 'id' in value) return [value as TextReference];
  return Object.values(value).flatMap(referencesIn);
}

function evolve(kind: Stream['kind'], state: StreamState | undefined, event: EventEnvelope): StreamState {
  if (kind === 'case') return evolveCase(state as Parameters<typeof evolveCase>[0], event as CaseEvent);
  if (kind === 'meeting') return evolveMeeting(state as Parameters<typeof evolveMeeting>[0], event as MeetingEvent);
  if (kind === 'article') return evolveArticle(state as Parameters<typeof evolveArticle>[0], event as ArticleEvent);
  if (kind === 'conference')
    return evolveConference(state as Parameters<typeof evolveConference>[0], event as ConferenceEvent);
  if (kind === 'invitation')
    return evolveInvitation(state as Parameters<typeof evolveInvitation>[0], event as InvitationEvent);
  if (kind === 'rules')
    return evolveRulesChange(state as Parameters<typeof evolveRulesChange>[0], event as RulesChangeEvent);
  return evolveReport(state as Parameters<typeof evolveReport>[0], event as ReportEvent);
}

/** Events and case files whose stream is gone. */
async function withoutStream({ orm }: Pick<UseCaseContext, 'orm'>): Promise<LedgerFault[]> {
  const rows = await orm.em.fork().execute<{ id: string }[]>(
    `select id from (select distinct stream as id from event union select case_number from case_file
       union select id from meeting union select id from special_report union select id from article union select id from rules_change
       union select id from conference union select id from center_invitation) known
     where not exists (select from stream s where s.id = known.id) order by id`,
  );
  return rows.map(({ id }) => ({ stream: id, number: 0, problem: 'lost' as const }));
}
