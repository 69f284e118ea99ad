import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  gatheredWith,
  instantOf,
  likenessOf,
  millisecondsOf,
  type CaseCommandOf,
  type ComparedRequest,
  type IntakePolicy,
} from '@hotline/domain';
import { arrayOf, lockName } from '@hotline/persistence';
import { latestRequests } from './latest-requests.ts';

type Incident = NonNullable<CaseCommandOf<'register'>['incident']>;

const MINUTE = 60_000;
/** Of a storm of calls the latest are looked at; they tell enough. */
const LOOKED_AT = 300;

/**
 * Whether a new request is one of many about one thing: it joins the open incident of a like one, or opens an incident
 * with all like ones when it makes them as many callers as the policy says. Only one at a time decides to open one.
 */
export async function incidentOf(
  em: SqlEntityManager,
  request: ComparedRequest,
  { incident: { minutes, callers, likeness }, similar }: IntakePolicy,
): Promise<Incident | undefined> {
  const since = instantOf(millisecondsOf(request.at) - minutes * MINUTE);
  const alike = (await latestRequests(em, since, LOOKED_AT)).filter(
    ({ compared }) => likenessOf(request, compared, similar.days).score >= likeness,
  );
  if (alike.length === 0) return undefined;
  const numbers = alike.map(({ caseNumber }) => caseNumber);
  const joins = await openIncidentOf(em, numbers);
  if (joins) return { joins };
  const counted = gatheredWith(
    request,
    alike.map(({ compared }) => compared),
  );
  if (counted < callers) return undefined;
  await lockName(em, 'incident');
  const opened = await openIncidentOf(em, numbers);
  return opened ? { joins: opened } : { opensWith: await withoutIncident(em, numbers), callers: counted };
}

async function openIncidentOf(em: SqlEntityManager, numbers: readonly string[]): Promise<string | undefined> {
  const [row] = await em.execute<{ incident: string }[]>(
    `select i.case_number as incident from incident_case c join incident i on i.case_number = c.incident
     where c.case_number = any(?::text[]) and i.ended_at is null order by i.last_at desc limit 1`,
    [arrayOf(numbers)],
  );
  return row?.incident;
}

/** Those that no earlier incident has; in the order in which they are locked. */
async function withoutIncident(em: SqlEntityManager, numbers: readonly string[]): Promise<string[]> {
  const rows = await em.execute<{ case_number: string }[]>(
    `select n as case_number from unnest(?::text[]) n
     where not exists (select from incident_case c where c.case_number = n) order by n`,
    [arrayOf(numbers)],
  );
  return rows.map(({ case_number }) => case_number);
}
