import { randomUUID } from 'node:crypto';
import { endsTooSoon, ensureNear, type Instant } from '@hotline/domain';
import { lockName, StayEntity, UserEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { mayStay, plansStays, settleStay, shownStay, type StayView } from './stays.ts';

export interface PlanStayInput {
  readonly userId: string;
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * 轮岗锻炼: plans how long somebody works at the center. Planned anew while it lasts, the stay has the new span, and its
 * hand-over begins from nothing. Errors: access.denied, user.unknown, stay.wrong-person, stay.ends-before-start, stay.ends-too-soon.
 */
export function planStay(context: UseCaseContext, { userId, from, until }: PlanStayInput): Promise<StayView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    if (!plansStays(actor)) throw new AppError('access.denied', { action: 'plan-stay' });
    // What ends stays holds the same lock: an account is never closed under a plan.
    await lockName(em, 'watch-stays');
    const person = await em.findOne(UserEntity, { id: userId, active: true }, { disableIdentityMap: true });
    if (!person) throw new AppError('user.unknown', { userId });
    if (!mayStay(person.role)) throw new AppError('stay.wrong-person', { userId });
    ensureNear(now, from, until);
    if (until <= from) throw new AppError('stay.ends-before-start');
    if (endsTooSoon({ from, until }, now)) throw new AppError('stay.ends-too-soon');
    const planned = {
      fromAt: new Date(from),
      untilAt: new Date(until),
      plannedBy: actor.userId,
      plannedAt: new Date(now),
    };
    return shownStay(transaction, await keep(transaction, userId, planned));
  });
}

const NOTHING_DONE = {
  remindedAt: null,
  successorId: null,
  remarks: null,
  matters: null,
  writtenBy: null,
  writtenAt: null,
  handedOverAt: null,
  closedAt: null,
};

async function keep(
  transaction: Transaction,
  userId: string,
  planned: { readonly fromAt: Date; readonly untilAt: Date; readonly plannedBy: string; readonly plannedAt: Date },
): Promise<string> {
  const { em } = transaction;
  const lasting = await em.findOne(
    StayEntity,
    { userId, closedAt: null },
    { fields: ['id'], disableIdentityMap: true },
  );
  const id = lasting?.id ?? randomUUID();
  if (!lasting) await em.insert(StayEntity, { id, userId, ...planned, ...NOTHING_DONE });
  else {
    await em.nativeUpdate(StayEntity, { id }, { ...planned, ...NOTHING_DONE });
    await settleStay(transaction, id);
  }
  return id;
}
