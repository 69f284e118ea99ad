import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { ensureNear, isOfCenter, isOfUnit, SUPERVISORS, type Actor, type Instant } from '@hotline/domain';
import { AbsenceEntity, UserEntity, type User } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { ABSENCE_QUERY, absenceView, type AbsenceQueryRow, type AbsenceView } from './absence-view.ts';
import { handOverTasks } from './absences.ts';

export interface NoteAbsenceInput {
  /** Who is away; whoever notes it himself when left out. */
  readonly userId?: string;
  readonly substituteId?: string;
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * Notes that somebody is away and who stands in for him. What he had taken is handed over where it has begun; from then on
 * his notices go to the substitute too. Errors: access.denied, user.unknown, absence.wrong-substitute, absence.ends-before-start,
 * absence.over.
 */
export function noteAbsence(context: UseCaseContext, input: NoteAbsenceInput): Promise<AbsenceView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    const { userId = actor.userId, substituteId, from, until } = input;
    const user = await personFor(transaction, userId);
    if (substituteId !== undefined) await ensureSubstitute(transaction, user, substituteId);
    ensureNear(now, from, until);
    if (until <= from) throw new AppError('absence.ends-before-start');
    if (until <= now) throw new AppError('absence.over');
    const id = randomUUID();
    const days = { fromAt: new Date(from), untilAt: new Date(until) };
    const noted = { notedBy: actor.userId, notedAt: new Date(now), endedAt: null };
    await em.insert(AbsenceEntity, { id, userId, substituteId: substituteId ?? null, ...days, ...noted });
    if (from <= now) await handOverTasks(em, userId, now);
    return shown(transaction, id);
  });
}

/** He is there again before its end. Errors: absence.not-found, absence.over. */
export function endAbsence(
  context: UseCaseContext,
  { absenceId }: { readonly absenceId: string },
): Promise<AbsenceView> {
  return runUseCase(context, async (transaction) => {
    const { em, now } = transaction;
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true } as const;
    const absence = await em.findOne(AbsenceEntity, { id: absenceId }, lock);
    if (!absence || !(await mayNote(transaction, absence.userId))) throw new AppError('absence.not-found');
    if (absence.endedAt || absence.untilAt <= new Date(now)) throw new AppError('absence.over');
    await em.nativeUpdate(AbsenceEntity, { id: absenceId }, { endedAt: new Date(now) });
    return shown(transaction, absenceId);
  });
}

async function personFor(transaction: Transaction, userId: string): Promise<User> {
  if (!(await mayNote(transaction, userId))) throw new AppError('access.denied', { action: 'note-absence' });
  const user = await transaction.em.findOne(UserEntity, { id: userId, active: true }, { disableIdentityMap: true });
  if (!user) throw new AppError('user.unknown', { userId });
  return user;
}

/** Everybody for himself; a supervisor for the center, a unit's head for his unit. */
async function mayNote({ em, actor }: Transaction, userId: string): Promise<boolean> {
  if (userId === actor.userId) return isOfCenter(actor) || isOfUnit(actor) || actor.role === 'deputy-mayor';
  if (SUPERVISORS.includes(actor.role)) return (await em.count(UserEntity, { id: userId, unitId: null })) > 0;
  if (actor.role !== 'unit-head') return false;
  return (await em.count(UserEntity, { id: userId, unitId: actor.unitId ?? '' })) > 0;
}

/** One of the same unit, or both of the center: nobody else may see what he would be told. */
async function ensureSubstitute({ em }: Transaction, user: User, substituteId: string): Promise<void> {
  const substitute = await em.findOne(UserEntity, { id: substituteId, active: true }, { disableIdentityMap: true });
  const together =
    substitute &&
    substitute.id !== user.id &&
    (user.unitId === null
      ? isOfCenter(roleOf(user)) && isOfCenter(roleOf(substitute))
      : substitute.unitId === user.unitId);
  if (!together) throw new AppError('absence.wrong-substitute', { substituteId });
}

const roleOf = ({ role }: User): Pick<Actor, 'role'> => ({ role });

async function shown({ em }: Transaction, id: string): Promise<AbsenceView> {
  const [row] = await em.execute<AbsenceQueryRow[]>(`${ABSENCE_QUERY} where a.id = ?`, [id]);
  if (!row) throw new AppError('absence.not-found');
  return absenceView(row);
}
