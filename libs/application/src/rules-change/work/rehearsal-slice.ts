import {
  NO_REHEARSAL,
  rehearseCase,
  tallied,
  type CaseEvent,
  type RehearsalTally,
  type RulesChangeState,
} from '@hotline/domain';
import { eventsOfStreams, type RulesRunRow } from '@hotline/persistence';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { ahead, isTimeLeft, type Slice } from './slice.ts';
import { turnsOf, type Turns } from './turns.ts';

/** So many cases are in memory at a time. */
const PAGE = 250;

/** Rehearses the next closed cases of the period; what is kept of them is the tally alone. */
export async function rehearsalSlice(em: SqlEntityManager, state: RulesChangeState, run: RulesRunRow): Promise<Slice> {
  const turns = await turnsOf(em, state, run);
  let tally: RehearsalTally = { ...NO_REHEARSAL, ...run.tally };
  let { place, looked, touched } = run;
  const total = run.total ?? (await countClosed(em, run));
  let next = ahead(closedPage(em, run, place));
  for (const left = isTimeLeft(); left();) {
    const { page, events } = await next;
    next = ahead(closedPage(em, run, page.at(-1)?.place ?? place));
    const before = tally.different;
    tally = await rehearse(page, events, turns, tally);
    looked += page.length;
    touched += tally.different - before;
    place = page.at(-1)?.place ?? place;
    const now = { place, total, looked, touched, untouched: looked - touched, tally };
    if (page.length < PAGE) return { done: true, ...now };
  }
  return { done: false, place, total, looked, touched, untouched: looked - touched, tally };
}

interface ClosedPage {
  readonly page: readonly ClosedCase[];
  readonly events: readonly CaseEvent[];
}

async function closedPage(em: SqlEntityManager, run: RulesRunRow, place: string): Promise<ClosedPage> {
  const page = await closedCases(em, run, place);
  const ids = page.map(({ id }) => id);
  return { page, events: (await eventsOfStreams(em, ids)) as CaseEvent[] };
}

async function rehearse(
  page: readonly ClosedCase[],
  events: readonly CaseEvent[],
  turns: Turns,
  before: RehearsalTally,
): Promise<RehearsalTally> {
  const versions = new Map(page.map(({ id, version }) => [id, version]));
  let tally = before;
  for (const [id, own] of Map.groupBy(events, ({ stream }) => stream)) {
    const { before: was, after: is } = await turns.of(versions.get(id) ?? turns.basedOn);
    tally = tallied(tally, rehearseCase(own, { before: was, after: is }));
  }
  return tally;
}

interface ClosedCase {
  readonly id: string;
  readonly place: string;
  readonly version: number;
}

/** The cases that were closed in the period, after a place in their order; trainings are none of the city's. */
async function closedCases(em: SqlEntityManager, run: RulesRunRow, place: string): Promise<ClosedCase[]> {
  const [at = '', after = ''] = place ? place.split('|') : [new Date(run.periodFrom ?? 0).toISOString(), ''];
  const rows = await em.execute<{ id: string; closed_at: Date; version: number }[]>(
    `select f.case_number as id, f.closed_at, (s.state->>'policyVersion')::int as version
     from case_file f join stream s on s.id = f.case_number
     where f.closed_at is not null and (f.closed_at, f.case_number) > (?::timestamptz, ?) and f.closed_at < ?
       and f.stage = 'closed' and f.case_number not like '9%'
     order by f.closed_at, f.case_number limit ?`,
    [at, after, run.periodTo, PAGE],
  );
  return rows.map(({ id, closed_at: closedAt, version }) => ({
    id,
    version,
    place: `${new Date(closedAt).toISOString()}|${id}`,
  }));
}

async function countClosed(em: SqlEntityManager, { periodFrom, periodTo }: RulesRunRow): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from case_file
     where closed_at >= ? and closed_at < ? and stage = 'closed' and case_number not like '9%'`,
    [periodFrom, periodTo],
  );
  return row?.count ?? 0;
}
