import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  caseOfStream,
  deadlinesMoved,
  isTraining,
  moveCase,
  moveLadders,
  type CaseState,
  type Instant,
  type MeetingState,
  type NewEvent,
  type ReportState,
  type WaitMove,
  type MovedWait,
} from '@hotline/domain';
import { arrayOf, type Stream } from '@hotline/persistence';
import type { Turns } from './turns.ts';

/** What a change means for one stream: the event by which its deadlines move, and the same as a preview shows it. */
export interface StreamMoves {
  readonly event: NewEvent;
  readonly shown: readonly WaitMove[];
  readonly waits: readonly MovedWait[];
}

/** The versions by which streams go before a change: a case's own, a meeting's and a report's that of their case. */
export type VersionOf = (stream: Pick<Stream, 'id' | 'kind' | 'state'>) => number | undefined;

/**
 * What a change of the rules means for an open stream; nothing where nothing moves. Trainings have a clock of their own
 * and end by the rules they began with.
 */
export async function movesOf(
  stream: Pick<Stream, 'id' | 'kind' | 'state'>,
  turns: Turns,
  versionOf: VersionOf,
  now: Instant,
): Promise<StreamMoves | undefined> {
  if (isTraining(stream.id) || stream.kind === 'rules') return undefined;
  const version = versionOf(stream);
  if (version === undefined) return undefined;
  const turn = { ...(await turns.of(version)), now };
  if (stream.kind === 'case') return moveCase(stream.state as CaseState, turn);
  const moves = moveLadders(stream.state.ladders, turn);
  return moves.move.length === 0 ? undefined : { ...moves, event: deadlinesMoved(turn, moves) };
}

/**
 * Reads by which versions streams go. Of a meeting or a report, that of its case before the change; a policy does not
 * reach those whose case it does not reach.
 */
export async function versionsOf(
  em: SqlEntityManager,
  streams: readonly Pick<Stream, 'id' | 'kind' | 'state'>[],
  { basedOn, cause }: Turns,
  change: string,
): Promise<VersionOf> {
  const cases = streams.flatMap((stream) => caseNumberOf(stream) ?? []);
  const rows =
    cases.length > 0 ? await em.execute<CaseVersion[]>(CASE_VERSIONS, [`moved:${change}`, arrayOf(cases)]) : [];
  const versions = new Map(
    rows.filter(({ open }) => open || cause === 'calendar').map(({ id, before, version }) => [id, before ?? version]),
  );
  return (stream) => {
    if (stream.kind === 'case') return (stream.state as CaseState).policyVersion;
    if (isOfNoCase(stream)) return basedOn;
    return versions.get(caseNumberOf(stream) ?? '');
  };
}

/** Streams that go by the policy in force, of no case. */
const isOfNoCase = ({ kind }: Pick<Stream, 'kind'>): boolean =>
  kind === 'article' || kind === 'conference' || kind === 'invitation';

interface CaseVersion {
  readonly id: string;
  readonly open: boolean;
  readonly version: number;
  readonly before: number | null;
}

/** Of a case that was carried over already, the version it was carried over from. */
const CASE_VERSIONS = `
  select s.id, s.open or m.canonical is not null as open, (s.state->>'policyVersion')::int as version,
    (m.canonical::json->'payload'->>'fromVersion')::int as before
  from stream s left join event m on m.stream = s.id and m.action_key = ? where s.id = any(?::text[])`;

function caseNumberOf({ kind, state }: Pick<Stream, 'kind' | 'state'>): string | undefined {
  if (kind === 'meeting') return (state as MeetingState).caseNumber;
  return kind === 'report' ? caseOfStream((state as ReportState).reportId) : undefined;
}
