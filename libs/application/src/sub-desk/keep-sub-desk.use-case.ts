import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { lockName, SubDeskEntity, UserEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { ensureKeepsUnit, subDeskViews, type SubDeskView } from './sub-desks.ts';

export interface SubDeskWords {
  readonly name: string;
  readonly memberIds: readonly string[];
}

/** A unit opens a sub-desk. Errors: access.denied, unit.unknown, sub-desk.name-taken, sub-desk.wrong-member. */
export function openSubDesk(
  context: UseCaseContext,
  { unitId, ...words }: SubDeskWords & { readonly unitId: string },
): Promise<SubDeskView> {
  return runUseCase(context, async (transaction) => {
    await ensureKeepsUnit(transaction, unitId);
    const id = randomUUID();
    const facts = await factsOf(transaction, { id, unitId, ...words });
    await transaction.em.insert(SubDeskEntity, { id, unitId, active: true, ...facts });
    return shown(transaction, id);
  });
}

/** Its name, its people, or that it is no more. Errors: sub-desk.not-found, also for another unit's; as for a new one. */
export function changeSubDesk(
  context: UseCaseContext,
  { subDeskId: id, active, ...words }: SubDeskWords & { readonly subDeskId: string; readonly active: boolean },
): Promise<SubDeskView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor } = transaction;
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true } as const;
    const desk = await em.findOne(SubDeskEntity, { id }, lock);
    if (!desk || (actor.unitId && actor.unitId !== desk.unitId)) throw new AppError('sub-desk.not-found');
    await ensureKeepsUnit(transaction, desk.unitId);
    const facts = await factsOf(transaction, { id, unitId: desk.unitId, ...words });
    await em.nativeUpdate(SubDeskEntity, { id }, { active, ...facts });
    return shown(transaction, id);
  });
}

async function factsOf(
  { em, actor, now }: Transaction,
  { id, unitId, name, memberIds }: SubDeskWords & { readonly id: string; readonly unitId: string },
) {
  ensureStorable(name);
  await lockName(em, `sub-desk ${unitId}`);
  if ((await em.count(SubDeskEntity, { unitId, name, id: { $ne: id } })) > 0) throw new AppError('sub-desk.name-taken');
  const members = [...new Set(memberIds)];
  const own = await em.count(UserEntity, { id: { $in: members }, unitId, active: true });
  if (own < members.length) throw new AppError('sub-desk.wrong-member');
  return { name, memberIds: members, changedBy: actor.userId, changedAt: new Date(now) };
}

async function shown({ em }: Transaction, id: string): Promise<SubDeskView> {
  const desk = await em.findOneOrFail(SubDeskEntity, { id }, { disableIdentityMap: true });
  const [view] = await subDeskViews(em, [desk]);
  if (!view) throw new AppError('sub-desk.not-found');
  return view;
}
