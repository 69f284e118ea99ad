import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  draftAgenda,
  isTraining,
  type CaseState,
  type CircleBody,
  type DraftedItem,
  type Policy,
} from '@hotline/domain';
import { arrayOf } from '@hotline/persistence';

/** As many as are looked at closely; the rule takes far fewer. */
const MOST_LOOKED_AT = 500;

/**
 * Open cases that may meet the rule; it decides. The numbers of trainings follow all others, so they are not looked at.
 * Binds the returns before a designation, and the units of the circle.
 */
const CANDIDATES = `
  select s.state from stream s
  where s.kind = 'case' and s.open and (
    s.state->'dispute' is not null or s.state->'unsettled' is not null or (s.state->>'returns')::int >= ?
    or exists (select from jsonb_each(s.state->'proposals') p
      where p.value->>'kind' in ('joint-meeting', 'special-report') and p.value->>'status' in ('open', 'postponed'))
    or (select count(distinct a.unit_id) > 1 and bool_or(a.unit_id = any(?::text[])) from assignment a
      where a.case_number = s.id and a.status not in ('accepted', 'withdrawn')))
  order by s.id limit ${MOST_LOOKED_AT}`;

/** “三堂会审”: what of the open cases is for the circle, by the rule of the house. */
export async function gatherAgenda(
  em: SqlEntityManager,
  circle: readonly CircleBody[],
  policy: Policy,
): Promise<DraftedItem[]> {
  const units = circle.flatMap(({ unitId }) => unitId ?? []);
  const rows = await em.execute<{ state: CaseState }[]>(CANDIDATES, [policy.returnsBeforeDesignation, arrayOf(units)]);
  const cases = rows.map(({ state }) => state).filter(({ caseNumber }) => !isTraining(caseNumber));
  return draftAgenda(cases, circle, policy);
}
