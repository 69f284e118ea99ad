import { featuresOf, isTraining, type CaseState } from '@hotline/domain';
import { learn, type Lesson, type SuggestedKind } from '@hotline/persistence';
import { UNCLASSIFIED } from '../intake/compared.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** How a case went, once it is over: its category, and the unit that led. What comes of it is learned later. */
export async function noteLesson({ em }: Pick<Transaction, 'em'>, state: CaseState, before: CaseState): Promise<void> {
  const { caseNumber, categoryId } = state;
  if (state.stage !== 'closed' || (before.stage === 'closed' && before.categoryId === categoryId)) return;
  if (categoryId === UNCLASSIFIED || isTraining(caseNumber)) return;
  const lead = Object.values(state.assignments).find(({ role, status }) => role === 'lead' && status === 'accepted');
  await em.execute(
    `insert into suggestion_lesson (case_number, category_id, unit_id, fresh) values (?, ?, ?, true)
     on conflict (case_number) do update set (category_id, unit_id, fresh) = (excluded.category_id, excluded.unit_id, true)`,
    [caseNumber, categoryId, lead?.unitId ?? null],
  );
}

interface Row {
  case_number: string;
  title: string;
  text: string;
  category_id: string;
  unit_id: string | null;
  learned_category: string | null;
  learned_unit: string | null;
}

/**
 * Learns from at most so many cases that ended since, and answers from how many; none while another learns. What a case
 * taught before it was opened again and ended otherwise is unlearned.
 */
export async function learnFromCases({ orm }: Pick<UseCaseContext, 'orm'>, atMost: number): Promise<number> {
  return orm.em.fork().transactional(async (em) => {
    const [mine] = await em.execute<{ mine: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtextextended('suggestion', 12345)) as mine`,
    );
    if (!mine?.mine) return 0;
    const rows = await em.execute<Row[]>(
      `select l.*, c.title, c.text from suggestion_lesson l join case_file c using (case_number) where l.fresh order by case_number limit ?`,
      [atMost],
    );
    if (rows.length === 0) return 0;
    await learn(em, rows.flatMap(lessonsOf));
    for (const { case_number, category_id, unit_id } of rows)
      await em.execute(
        `update suggestion_lesson set (learned_category, learned_unit) = (?, ?), fresh = (category_id <> ? or unit_id is distinct from ?) where case_number = ?`,
        [category_id, unit_id, category_id, unit_id, case_number],
      );
    return rows.length;
  });
}

function lessonsOf(row: Row): Lesson[] {
  const features = featuresOf(row);
  const lesson = (kind: SuggestedKind, label: string | null, times: 1 | -1): Lesson[] =>
    label === null ? [] : [{ kind, label, features, times }];
  return [
    ...lesson('category', row.learned_category, -1),
    ...lesson('category', row.category_id, 1),
    ...lesson('unit', row.learned_unit, -1),
    ...lesson('unit', row.unit_id, 1),
  ];
}
