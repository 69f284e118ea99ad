import {
  evolveCase,
  evolveMeeting,
  evolveReport,
  GENESIS,
  type CaseEvent,
  type EventEnvelope,
  type MeetingEvent,
  type ReportEvent,
} from '@hotline/domain';
import { canonicalJson, sha256, StreamEntity, unseal, type Stream, type StreamState } from '@hotline/persistence';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** A stream whose chain, head or state is not what its events say, and why. */
export interface LedgerFault {
  readonly stream: string;
  readonly number: number;
  readonly problem: 'gap' | 'hash' | 'chain' | 'text' | 'head' | 'state' | 'lost';
}

const PAGE = 500;

/**
 * Walks every stream: numbers without gaps, each hash over its canonical text and the one before, each text as its
 * SHA-256 says, the head and the kept state equal to the fold. Answers what does not hold.
 */
export async function verifyLedger(
  context: Pick<UseCaseContext, 'orm'>,
  onProgress: (streams: number, events: number) => void = () => undefined,
): Promise<{ readonly streams: number; readonly events: number; readonly faults: readonly LedgerFault[] }> {
  const em = context.orm.em.fork();
  const faults: LedgerFault[] = [];
  let [streams, events, after] = [0, 0, ''];
  for (;;) {
    const page = await em.find(
      StreamEntity,
      { id: { $gt: after } },
      { orderBy: { id: 'asc' }, limit: PAGE, disableIdentityMap: true },
    );
    if (page.length === 0) break;
    for (const stream of page) {
      const rows = await em.execute<{ number: number; canonical: string; hash: string }[]>(
        'select number, canonical, hash from event where stream = ? order by number',
        [stream.id],
      );
      faults.push(...verifyStream(stream, rows));
      events += rows.length;
    }
    streams += page.length;
    after = page.at(-1)?.id ?? after;
    onProgress(streams, events);
  }
  faults.push(...(await verifyTexts(context)));
  return { streams, events, faults };
}

function verifyStream(
  stream: Stream,
  rows: readonly { number: number; canonical: string; hash: string }[],
): LedgerFault[] {
  const fault = (number: number, problem: LedgerFault['problem']): LedgerFault[] => [
    { stream: stream.id, number, problem },
  ];
  let hash = GENESIS;
  let state: StreamState | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.number !== index + 1) return fault(row.number, 'gap');
    if (sha256(row.canonical) !== row.hash) return fault(row.number, 'hash');
    const event = unseal(row);
    if (event.previousHash !== hash || event.number !== row.number || event.stream !== stream.id)
      return fault(row.number, 'chain');
    hash = row.hash;
    state = evolve(stream.kind, state, event);
  }
  if (!state) return fault(0, 'lost');
  if (stream.headNumber !== rows.length || stream.headHash !== hash) return fault(rows.length, 'head');
  return canonicalJson(stream.state) === canonicalJson(state) ? [] : fault(rows.length, 'state');
}

function evolve(kind: Stream['kind'], state: StreamState | undefined, event: EventEnvelope): StreamState {
  if (kind === 'case') return evolveCase(state as Parameters<typeof evolveCase>[0], event as CaseEvent);
  if (kind === 'meeting') return evolveMeeting(state as Parameters<typeof evolveMeeting>[0], event as MeetingEvent);
  return evolveReport(state as Parameters<typeof evolveReport>[0], event as ReportEvent);
}

/** Words are checked in the database, where they are. */
async function verifyTexts(context: Pick<UseCaseContext, 'orm'>): Promise<LedgerFault[]> {
  const rows = await context.orm.em
    .fork()
    .execute<{ stream: string }[]>(
      `select stream from text where sha256 <> encode(sha256(convert_to(words, 'UTF8')), 'hex')`,
    );
  return rows.map(({ stream }) => ({ stream, number: 0, problem: 'text' as const }));
}
