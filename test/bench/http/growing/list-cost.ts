import { listCases } from '@hotline/application';
import type { WatchedDatabase } from '../serving/statement-log.ts';
import type { DeskList } from './desk-lists.ts';

/** A step of a plan, as `explain (analyze, format json)` tells it. */
interface Step {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Relation Name'?: string;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Step[];
}

/** A page of a desk's list: 20 lines, as the web asks for. */
export const PAGE = 20;

/** How many rows of all tables PostgreSQL looks at for one page of a list: a cost that does not depend on the machine. */
export async function rowsLookedAt(database: WatchedDatabase, list: DeskList, after?: string): Promise<number> {
  const { orm } = database;
  const input = { ...list.input, limit: PAGE, ...(after ? { after } : {}) };
  const statements = await database.statementsOf(() => listCases({ orm, actor: list.by }, input));
  let rows = 0;
  for (const { sql, values } of statements) {
    const asked = `explain (analyze, timing off, format json) ${sql}`;
    const [explained] = await orm.em.fork().execute<{ 'QUERY PLAN': { Plan: Step }[] }[]>(asked, [...values]);
    rows += explained?.['QUERY PLAN'].reduce((sum, { Plan }) => sum + lookedAt(Plan), 0) ?? Number.NaN;
  }
  return Math.round(rows);
}

/** Rows that a step and all below it took from tables, also those that it threw away again. */
function lookedAt(step: Step): number {
  const below = (step.Plans ?? []).reduce((sum, inner) => sum + lookedAt(inner), 0);
  if (step['Relation Name'] === undefined) return below;
  const thrownAway = (step['Rows Removed by Filter'] ?? 0) + (step['Rows Removed by Index Recheck'] ?? 0);
  return below + (step['Actual Rows'] + thrownAway) * step['Actual Loops'];
}
