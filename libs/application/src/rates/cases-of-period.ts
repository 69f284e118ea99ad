import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isTraining, type CaseEvent, type Period } from '@hotline/domain';
import { eventsOfStreams } from '@hotline/persistence';

/** So many cases are read and folded at a time. */
const TOGETHER = 200;

/** Those that were open at some time of the period, or have a due in it. */
const CASES = `
  select f.case_number from case_file f where f.registered_at < ? and f.channel = coalesce(?, f.channel) and (
    f.closed_at is null or f.closed_at >= ?
    or exists (select from assignment a where a.case_number = f.case_number and a.due_at >= ? and a.due_at < ?))
    and (?::text is null or exists (select from assignment a where a.case_number = f.case_number and a.unit_id = ?))
  order by f.case_number`;

/** Which of them: all, or those of a channel, or those in which a unit has, or had, a duty. */
interface Narrowing {
  readonly channel?: string;
  readonly unitId?: string;
}

/** The events of the cases that a period's figures are counted from, some cases at a time; without trainings. */
export async function* casesOfPeriod(
  em: SqlEntityManager,
  { from, to }: Period,
  { channel, unitId }: Narrowing = {},
): AsyncGenerator<ReadonlyMap<string, readonly CaseEvent[]>> {
  const rows = await em.execute<{ case_number: string }[]>(CASES, [
    to,
    channel ?? null,
    from,
    from,
    to,
    unitId ?? null,
    unitId ?? null,
  ]);
  const numbers = rows.map((row) => row.case_number).filter((number) => !isTraining(number));
  for (let first = 0; first < numbers.length; first += TOGETHER) {
    const events = await eventsOfStreams(em, numbers.slice(first, first + TOGETHER));
    yield Map.groupBy(events as CaseEvent[], ({ stream }) => stream);
  }
}
