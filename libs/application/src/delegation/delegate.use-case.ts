import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { ensureNear, OPERATORS, type Actor, type Instant, type Power } from '@hotline/domain';
import { DelegationEntity, UserEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { delegationViews, type DelegationView } from './delegations.ts';

export interface DelegateInput {
  readonly toUserId: string;
  readonly powers: readonly Power[];
  readonly reason: string;
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * 主任授权: the director gives named powers of his to somebody of the center for a time; at its end they are gone by themselves.
 * Errors: access.denied, user.unknown, delegation.wrong-person, delegation.ends-before-start, delegation.over.
 */
export function delegate(context: UseCaseContext, input: DelegateInput): Promise<DelegationView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    ensureDirector(actor);
    const { toUserId, powers, reason, from, until } = input;
    ensureStorable(reason);
    const person = await em.findOne(UserEntity, { id: toUserId, active: true }, { disableIdentityMap: true });
    if (!person) throw new AppError('user.unknown', { userId: toUserId });
    if (!OPERATORS.includes(person.role) || person.id === actor.userId) throw new AppError('delegation.wrong-person');
    ensureNear(now, from, until);
    if (until <= from) throw new AppError('delegation.ends-before-start');
    if (until <= now) throw new AppError('delegation.over');
    const id = randomUUID();
    const span = { fromAt: new Date(from), untilAt: new Date(until) };
    const given = { givenBy: actor.userId, givenAt: new Date(now), endedAt: null };
    await em.insert(DelegationEntity, { id, toUserId, powers: [...new Set(powers)], reason, ...span, ...given });
    return shown(transaction, id);
  });
}

/** He takes his powers back before the end. Errors: access.denied, delegation.not-found, delegation.over. */
export function endDelegation(
  context: UseCaseContext,
  { delegationId: id }: { readonly delegationId: string },
): Promise<DelegationView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    ensureDirector(actor);
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true } as const;
    const found = await em.findOne(DelegationEntity, { id }, lock);
    if (!found) throw new AppError('delegation.not-found');
    if (found.endedAt || found.untilAt <= new Date(now)) throw new AppError('delegation.over');
    await em.nativeUpdate(DelegationEntity, { id }, { endedAt: new Date(now) });
    return shown(transaction, id);
  });
}

function ensureDirector({ role }: Actor): void {
  if (role !== 'director') throw new AppError('access.denied', { action: 'delegate' });
}

async function shown({ em, now }: Transaction, id: string): Promise<DelegationView> {
  const [view] = await delegationViews(em, now, ['where d.id = ?', id]);
  if (!view) throw new AppError('delegation.not-found');
  return view;
}
