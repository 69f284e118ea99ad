import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isAbsent, standInOf, type Absence, type Actor, type Instant, type Queue } from '@hotline/domain';
import { AbsenceEntity, arrayOf, UserEntity } from '@hotline/persistence';
import { queuesOfHeads } from '../room/rooms.ts';
import { queuesOf } from '../task/queues.ts';

/** The absences that last at an instant. They are few: people of one center and its units who are away today. */
export async function absencesAt(em: SqlEntityManager, at: Instant): Promise<Absence[]> {
  const now = new Date(at);
  const rows = await em.find(
    AbsenceEntity,
    { fromAt: { $lte: now }, untilAt: { $gt: now }, endedAt: null },
    { orderBy: { notedAt: 'desc' }, disableIdentityMap: true },
  );
  return rows.map(({ userId, substituteId, fromAt, untilAt }) => ({
    userId,
    ...(substituteId ? { substituteId } : {}),
    from: fromAt.toISOString(),
    until: untilAt.toISOString(),
  }));
}

/** Whether somebody is away at an instant. */
export async function isAway(em: SqlEntityManager, userId: string, at: Instant): Promise<boolean> {
  return isAbsent(await absencesAt(em, at), userId, at);
}

/** The queues a person works on: his own, those of the room that he heads, and those of whom he stands in for. */
export async function queuesAt(em: SqlEntityManager, actor: Actor, at: Instant): Promise<readonly Queue[]> {
  const absences = await absencesAt(em, at);
  const stoodInFor = absences.flatMap(({ userId }) =>
    standInOf(absences, userId, at) === actor.userId ? [userId] : [],
  );
  const away =
    stoodInFor.length > 0
      ? await em.find(UserEntity, { id: { $in: stoodInFor } }, { fields: ['id', 'role'], disableIdentityMap: true })
      : [];
  return [
    ...new Set([
      ...queuesOf(actor),
      ...away.flatMap(({ id, role }) => queuesOf({ userId: id, role })),
      ...(await queuesOfHeads(em, [actor.userId, ...stoodInFor])),
    ]),
  ];
}

/** What somebody who is away had taken goes to who stands in for him, or back to its queue. */
export async function handOverTasks(em: SqlEntityManager, userId: string, at: Instant): Promise<void> {
  const standIn = standInOf(await absencesAt(em, at), userId, at);
  const user = standIn
    ? await em.findOne(UserEntity, { id: standIn }, { fields: ['id', 'role'], disableIdentityMap: true })
    : undefined;
  const queues = user ? await queuesAt(em, { userId: user.id, role: user.role }, at) : [];
  await em.execute(
    `update task set assignee_id = case when queue = any(?::text[]) then ? end, taken_at = case when queue = any(?::text[]) then taken_at end,
       status = case when queue = any(?::text[]) then 'taken' else 'open' end
     where status = 'taken' and assignee_id = ?`,
    [arrayOf(queues), user?.id ?? null, arrayOf(queues), arrayOf(queues), userId],
  );
}
