import { isOfCenter, isOfUnit } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { ABSENCE_QUERY, absenceView, type AbsenceQueryRow, type AbsenceView } from './absence-view.ts';

const MOST = 500;

/** Who is away now or will be, the earliest first: of the whole house for the center, of his unit or himself for others. */
export async function listAbsences({
  orm,
  clock,
  actor,
}: Pick<UseCaseContext, 'orm' | 'clock' | 'actor'>): Promise<{ readonly items: readonly AbsenceView[] }> {
  const em = orm.em.fork();
  const now = await clock.now(em);
  const lasting = 'a.ended_at is null and a.until_at > ?';
  const [whose, ...of] = isOfCenter(actor)
    ? ['true']
    : isOfUnit(actor)
      ? ['u.unit_id = ?', actor.unitId ?? '']
      : ['a.user_id = ?', actor.userId];
  const rows = await em.execute<AbsenceQueryRow[]>(
    `${ABSENCE_QUERY} where ${lasting} and ${whose} order by a.from_at, a.id limit ${MOST}`,
    [now, ...of],
  );
  return { items: rows.map(absenceView) };
}
