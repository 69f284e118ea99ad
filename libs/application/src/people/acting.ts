import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isAbsent, OPERATORS, standInOf, type Absence, type Actor, type Instant } from '@hotline/domain';
import { UserEntity } from '@hotline/persistence';
import { powersOf } from '../delegation/delegations.ts';
import { absencesAt } from './absences.ts';

/** Of the center's roles that may hold the director's powers for a time. */
const DELEGATED_TO: readonly Actor['role'][] = OPERATORS.filter((role) => role !== 'director');

/**
 * Who acts, with what he may do for another at this instant: a unit's handler in the place of his head, who is away; somebody of
 * the center with what the director delegated to him.
 */
export async function actingAt(
  em: SqlEntityManager,
  actor: Actor,
  clock: () => Instant | Promise<Instant>,
): Promise<Actor> {
  if (DELEGATED_TO.includes(actor.role)) {
    const powers = await powersOf(em, actor.userId, await clock());
    return powers.length > 0 ? { ...actor, powers } : actor;
  }
  if (actor.role !== 'unit-handler' || !actor.unitId) return actor;
  const now = await clock();
  const absences = await absencesAt(em, now);
  if (absences.length === 0) return actor;
  const heads = await headsOf(em, actor.unitId);
  const standsIn = heads.some((id) => standInOf(absences, id, now) === actor.userId);
  return standsIn ? { ...actor, actsAsHead: true } : actor;
}

/** Whether a unit's head is there, or somebody in his place: else nothing waits for him. */
export async function isHeadThere(em: SqlEntityManager, unitId: string, now: Instant): Promise<boolean> {
  const heads = await headsOf(em, unitId);
  const absences: readonly Absence[] = heads.length > 0 ? await absencesAt(em, now) : [];
  return heads.some((id) => !isAbsent(absences, id, now) || standInOf(absences, id, now) !== undefined);
}

async function headsOf(em: SqlEntityManager, unitId: string): Promise<string[]> {
  const heads = await em.find(
    UserEntity,
    { unitId, role: 'unit-head', active: true },
    { fields: ['id'], disableIdentityMap: true },
  );
  return heads.map(({ id }) => id);
}
