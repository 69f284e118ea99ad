import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CaseEvent, CaseState } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

interface Shown {
  readonly categoryIds: readonly string[];
  readonly unitIds: readonly string[];
}

/** What was suggested for a case before it is assigned; nothing where nobody asked. */
export async function shownFor(em: SqlEntityManager, caseNumber: string): Promise<Shown | undefined> {
  const [row] = await em.execute<{ category_ids: string[]; unit_ids: string[] }[]>(
    'select category_ids, unit_ids from suggestion_shown where case_number = ?',
    [caseNumber],
  );
  return row && { categoryIds: row.category_ids, unitIds: row.unit_ids };
}

/** Where the first choice of a person stood in what was suggested; the first assignment of a case counts alone. */
export async function noteUse(
  { em }: Pick<Transaction, 'em'>,
  { caseNumber, categoryId }: CaseState,
  events: readonly CaseEvent[],
): Promise<void> {
  for (const event of events) {
    if (event.type !== 'CaseAssigned' || !event.payload.suggested) continue;
    const { suggested, assignments } = event.payload;
    const lead = assignments.find(({ role }) => role === 'lead');
    const rankOf = (ids: readonly string[], id: string | undefined): number | null =>
      id !== undefined && ids.includes(id) ? ids.indexOf(id) + 1 : null;
    await em.execute(
      'insert into suggestion_use (case_number, at, category_rank, unit_rank) values (?, ?, ?, ?) on conflict do nothing',
      [caseNumber, event.at, rankOf(suggested.categoryIds, categoryId), rankOf(suggested.unitIds, lead?.unitId)],
    );
  }
}

/** How often who assigned followed what was suggested: counts, since shares of few mean little. */
export interface SuggestionUse {
  readonly assigned: number;
  readonly category: { readonly first: number; readonly amongThree: number };
  readonly unit: { readonly first: number; readonly amongThree: number };
}

/** The cases first assigned in a period, after something was suggested for them. Errors: access.denied. */
export async function suggestionUse(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { from, to }: { readonly from?: string; readonly to?: string },
): Promise<SuggestionUse> {
  if (actor.role !== 'director' && actor.role !== 'supervisor' && actor.role !== 'administrator')
    throw new AppError('access.denied');
  const [row] = await orm.em.fork().execute<Record<'assigned' | 'c1' | 'c3' | 'u1' | 'u3', number>[]>(
    `select count(*)::int as assigned, count(*) filter (where category_rank = 1)::int as c1, count(category_rank)::int as c3,
       count(*) filter (where unit_rank = 1)::int as u1, count(unit_rank)::int as u3
     from suggestion_use where at >= coalesce(?::timestamptz, '-infinity') and at < coalesce(?::timestamptz, 'infinity')`,
    [from ?? null, to ?? null],
  );
  const { assigned = 0, c1 = 0, c3 = 0, u1 = 0, u3 = 0 } = row ?? {};
  return { assigned, category: { first: c1, amongThree: c3 }, unit: { first: u1, amongThree: u3 } };
}
