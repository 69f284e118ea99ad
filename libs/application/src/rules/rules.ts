import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { calendarFromRows } from '@hotline/calendar';
import {
  completePolicy,
  workingTimeOf,
  type CaseEvent,
  type Instant,
  type Policy,
  type WorkingCalendar,
  type WorkingTime,
} from '@hotline/domain';
import { HolidayEntity, PolicyEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';

/** A policy version with the passage of time under it. */
export interface Rules {
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly time: WorkingTime;
}

const CALENDAR_MILLISECONDS = 10_000;
const byDatabase = new WeakMap<
  object,
  { policies: Map<number, Policy>; calendar?: { value: WorkingCalendar; readAt: number } }
>();

/** The rules of a policy version; a version never changes, so it is read once. The calendar is read anew every 10 s. */
export async function rulesOfVersion(em: SqlEntityManager, version: number): Promise<Rules> {
  const policy = await policyOfVersion(em, version);
  if (!policy) throw new AppError('policy.not-found', { version });
  const calendar = await calendarOf(em);
  return { policy, calendar, time: workingTimeOf(policy, calendar) };
}

/** A version of the policy, completed; nothing where there is none. */
export async function policyOfVersion(em: SqlEntityManager, version: number): Promise<Policy | undefined> {
  const { policies } = cacheOf(em);
  const known = policies.get(version);
  if (known) return known;
  const row = await em.findOne(PolicyEntity, { version }, { disableIdentityMap: true });
  if (!row) return undefined;
  const policy = completePolicy(row.rules);
  policies.set(version, policy);
  return policy;
}

/**
 * The rules that a case registered now is bound to: what came into force last.
 *
 * @param now the fact's time, where it may be ahead of the database's clock (skipped time)
 */
export async function rulesInForce(em: SqlEntityManager, now?: Instant): Promise<Rules> {
  const [row] = await em.execute<{ version: number }[]>(
    `select version from policy where in_force_since <= greatest(clock_timestamp(), ?::timestamptz)
     order by in_force_since desc, version desc limit 1`,
    [now ?? null],
  );
  if (!row) throw new AppError('policy.none-in-force');
  return rulesOfVersion(em, row.version);
}

/** Every policy that a case went by, the first first. */
export async function policiesOf(em: SqlEntityManager, events: readonly CaseEvent[]): Promise<[Policy, ...Policy[]]> {
  const versions = events.flatMap((event) =>
    event.type === 'CaseRegistered' || event.type === 'DeadlinesMoved' ? [event.payload.policyVersion] : [],
  );
  const [first = 0, ...later] = [...new Set(versions)];
  const policies: [Policy, ...Policy[]] = [(await rulesOfVersion(em, first)).policy];
  for (const version of later) policies.push((await rulesOfVersion(em, version)).policy);
  return policies;
}

/** The calendar was changed here: it is read anew at once, elsewhere within 10 s. */
export function forgetCalendar(em: SqlEntityManager): void {
  delete cacheOf(em).calendar;
}

async function calendarOf(em: SqlEntityManager): Promise<WorkingCalendar> {
  const cache = cacheOf(em);
  if (cache.calendar && performance.now() - cache.calendar.readAt < CALENDAR_MILLISECONDS) return cache.calendar.value;
  const value = calendarFromRows(await em.find(HolidayEntity, {}, { disableIdentityMap: true }));
  cache.calendar = { value, readAt: performance.now() };
  return value;
}

function cacheOf(em: SqlEntityManager) {
  const owner = em.config;
  let cache = byDatabase.get(owner);
  if (!cache) {
    cache = { policies: new Map() };
    byDatabase.set(owner, cache);
  }
  return cache;
}
