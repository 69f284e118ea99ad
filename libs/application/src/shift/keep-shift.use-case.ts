import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { ensureNear, OPERATORS, TRAINING_SERIES, type Instant, type ShiftKind } from '@hotline/domain';
import { lockName, ShiftEntity, UserEntity, type OpenMatters, type ShiftRow } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { mayLead, plansShifts, shiftViews, type ShiftView } from './shifts.ts';

export interface PlanShiftInput {
  readonly kind: ShiftKind;
  readonly leaderId: string;
  readonly memberIds: readonly string[];
  readonly from: Instant;
  readonly until: Instant;
}

/** 排班. Errors: access.denied, shift.wrong-leader, shift.wrong-member, shift.ends-before-start, shift.too-long, shift.over, shift.taken. */
export function planShift(context: UseCaseContext, input: PlanShiftInput): Promise<ShiftView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    if (!plansShifts(actor)) throw new AppError('access.denied', { action: 'plan-shift' });
    const { kind, leaderId, from, until } = input;
    if (!(await mayLead(em, leaderId))) throw new AppError('shift.wrong-leader');
    const memberIds = [...new Set(input.memberIds)];
    const people = await em.find(UserEntity, { id: { $in: memberIds }, active: true }, { disableIdentityMap: true });
    if (people.filter(({ role }) => OPERATORS.includes(role)).length < memberIds.length)
      throw new AppError('shift.wrong-member');
    await ensureFree(transaction, input);
    const id = randomUUID();
    const span = { fromAt: new Date(from), untilAt: new Date(until) };
    const planned = { plannedBy: actor.userId, plannedAt: new Date(now) };
    const noLog = {
      remarks: null,
      matters: null,
      writtenBy: null,
      writtenAt: null,
      confirmedBy: null,
      confirmedAt: null,
    };
    await em.insert(ShiftEntity, { id, kind, leaderId, memberIds, ...span, ...planned, ...noLog });
    return shown(transaction, id);
  });
}

async function ensureFree({ em, now }: Transaction, { kind, from, until }: PlanShiftInput): Promise<void> {
  ensureNear(now, from, until);
  if (until <= from) throw new AppError('shift.ends-before-start');
  if (Date.parse(until) - Date.parse(from) > LONGEST) throw new AppError('shift.too-long');
  if (until <= now) throw new AppError('shift.over');
  await lockName(em, 'roster');
  const taken = await em.count(ShiftEntity, {
    kind,
    fromAt: { $lt: new Date(until) },
    untilAt: { $gt: new Date(from) },
  });
  if (taken > 0) throw new AppError('shift.taken');
}

const LONGEST = 24 * 3_600_000;

/**
 * 写交接班: what is open is gathered from the queues, the leader adds his remarks; anew until it is confirmed.
 * Errors: shift.not-found, access.denied, shift.not-begun, shift.confirmed-before.
 */
export function writeHandOver(
  context: UseCaseContext,
  { shiftId, remarks }: { readonly shiftId: string; readonly remarks: string },
): Promise<ShiftView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    ensureStorable(remarks);
    const shift = await locked(transaction, shiftId);
    if (shift.leaderId !== actor.userId && !plansShifts(actor))
      throw new AppError('access.denied', { action: 'write-hand-over' });
    if (shift.fromAt > new Date(now)) throw new AppError('shift.not-begun');
    if (shift.confirmedAt) throw new AppError('shift.confirmed-before');
    const log = { remarks, matters: await openMatters(transaction), writtenBy: actor.userId, writtenAt: new Date(now) };
    await em.nativeUpdate(ShiftEntity, { id: shiftId }, log);
    return shown(transaction, shiftId);
  });
}

/**
 * 接班确认: by the leader of the shift that takes over; where none is planned, by anybody who may lead one, but never by
 * who wrote the log. Errors: shift.not-found, shift.not-written, shift.confirmed-before, access.denied.
 */
export function confirmHandOver(
  context: UseCaseContext,
  { shiftId }: { readonly shiftId: string },
): Promise<ShiftView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    const shift = await locked(transaction, shiftId);
    if (!shift.writtenAt) throw new AppError('shift.not-written');
    if (shift.confirmedAt) throw new AppError('shift.confirmed-before');
    const [next] = await em.find(
      ShiftEntity,
      { fromAt: { $gte: shift.untilAt } },
      { orderBy: { fromAt: 'asc' }, limit: 1, disableIdentityMap: true },
    );
    const takesOver = next ? next.leaderId === actor.userId : await mayLead(em, actor.userId);
    const may = (takesOver || plansShifts(actor)) && shift.writtenBy !== actor.userId;
    if (!may) throw new AppError('access.denied', { action: 'confirm-hand-over' });
    await em.nativeUpdate(ShiftEntity, { id: shiftId }, { confirmedBy: actor.userId, confirmedAt: new Date(now) });
    return shown(transaction, shiftId);
  });
}

async function locked({ em }: Transaction, id: string): Promise<ShiftRow> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true } as const;
  const shift = await em.findOne(ShiftEntity, { id }, lock);
  if (!shift) throw new AppError('shift.not-found');
  return shift;
}

/** As many numbers as a log is read with. */
const MOST = 100;

async function openMatters({ em, now }: Transaction): Promise<OpenMatters> {
  const numbers = async (where: string): Promise<string[]> => {
    const rows = await em.execute<{ case_number: string }[]>(
      `select case_number from case_file where case_number < ? and ${where} order by case_number limit ${MOST}`,
      [TRAINING_SERIES],
    );
    return rows.map((row) => row.case_number);
  };
  const tasks = await em.execute<{ queue: string; count: number; late: number }[]>(
    `select queue, count(*)::int as count, (count(*) filter (where due_at < ?))::int as late
     from task where status in ('open', 'taken') and stream not like ? group by queue order by queue`,
    [now, `${TRAINING_SERIES}%`],
  );
  return {
    unassigned: await numbers(`stage = 'registered'`),
    emergencies: await numbers(`stage = 'assigned' and urgency = 'emergency'`),
    tasks: Object.fromEntries(tasks.map(({ queue, count }) => [queue, count])),
    late: tasks.reduce((sum, { late }) => sum + late, 0),
  };
}

async function shown({ em, now }: Transaction, id: string): Promise<ShiftView> {
  const shift = await em.findOneOrFail(ShiftEntity, { id }, { disableIdentityMap: true });
  const [view] = await shiftViews(em, [shift], now);
  if (!view) throw new AppError('shift.not-found');
  return view;
}
