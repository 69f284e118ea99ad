import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  cityFigures,
  dueDutiesOf,
  rateFactsOf,
  unitFigures,
  type Actor,
  type CityFigures,
  type DueDuty,
  type Period,
  type RateFacts,
  type UnitFigures,
} from '@hotline/domain';
import { UnitEntity, type Unit } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { seesAllCases } from '../case/case-sight.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { casesOfPeriod } from './cases-of-period.ts';
import { periodAsked, type AskedPeriod } from './period.ts';

type Asking = Pick<UseCaseContext, 'orm' | 'actor' | 'clock'>;

export interface RatesReport extends Period {
  readonly city: CityFigures;
  readonly units: readonly (UnitFigures & { readonly unitName: string })[];
}

/**
 * 检查考核: what the city and each unit came to in a period, from the ledger, by the rates of the domain. A unit's people see
 * their own unit beside the city, a deputy mayor the units in his charge. Errors: period.not-one.
 */
export async function countRates(context: Asking, asked: AskedPeriod): Promise<RatesReport> {
  const period = await periodAsked(context, asked);
  const em = context.orm.em.fork();
  const facts = await factsOf(em, period);
  const seen = new Map((await unitsInSight(em, context.actor)).map((unit) => [unit.id, unit.name]));
  const units = unitFigures(facts, period).flatMap((figures) => {
    const unitName = seen.get(figures.unitId);
    return unitName === undefined ? [] : [{ ...figures, unitName }];
  });
  return { ...period, city: cityFigures(facts, period), units };
}

/** What a unit's figures were counted from: each duty that was due in the period. Errors: unit.unknown, period.not-one. */
export async function listDueDuties(
  context: Asking,
  { unitId, ...asked }: AskedPeriod & { readonly unitId: string },
): Promise<Period & { readonly items: readonly DueDuty[] }> {
  const period = await periodAsked(context, asked);
  const em = context.orm.em.fork();
  const seen = await unitsInSight(em, context.actor);
  if (!seen.some(({ id }) => id === unitId)) throw new AppError('unit.unknown', { unitId });
  return { ...period, items: dueDutiesOf(await factsOf(em, period, unitId), unitId, period) };
}

async function factsOf(em: SqlEntityManager, period: Period, unitId?: string): Promise<RateFacts[]> {
  const facts: RateFacts[] = [];
  for await (const cases of casesOfPeriod(em, period, unitId ? { unitId } : {}))
    for (const events of cases.values()) facts.push(rateFactsOf(events));
  return facts;
}

/** The units whose figures somebody sees; also those that are no more. */
function unitsInSight(em: SqlEntityManager, { role, userId, unitId }: Actor): Promise<Unit[]> {
  const own = role === 'deputy-mayor' ? { deputyMayorId: userId } : { id: unitId ?? '' };
  return em.find(UnitEntity, seesAllCases({ role, userId }) ? {} : own, { disableIdentityMap: true });
}
