import { takenOver, type OpenMatter } from '@hotline/domain';
import { AbsenceEntity, arrayOf, StayEntity, UserEntity, type StayRow } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { queuesAt } from '../people/absences.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { openMattersOf } from './open-matters.ts';
import { headOf, lockStay, mayStay, settleStay, shownStay, type StayView } from './stays.ts';

export interface WriteStayHandOverInput {
  readonly stayId: string;
  readonly successorId: string;
  readonly remarks: string;
}

/**
 * 写交接清单: what is open with him is gathered, he or his room's head or the director adds remarks and names who takes over;
 * anew until everything is handed over, and what the same successor took over stays so.
 * Errors: stay.not-found, access.denied, stay.handed-over-before, stay.wrong-successor.
 */
export function writeStayHandOver(context: UseCaseContext, input: WriteStayHandOverInput): Promise<StayView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    const { stayId, successorId, remarks } = input;
    ensureStorable(remarks);
    const stay = await lockStay(transaction, stayId);
    if (!(await mayWrite(transaction, stay))) throw new AppError('access.denied', { action: 'write-stay-hand-over' });
    if (stay.handedOverAt) throw new AppError('stay.handed-over-before');
    const successor = await em.findOne(UserEntity, { id: successorId, active: true }, { disableIdentityMap: true });
    if (!successor || !mayStay(successor.role) || successorId === stay.userId)
      throw new AppError('stay.wrong-successor', { successorId });
    const before = stay.successorId === successorId ? (stay.matters ?? []) : [];
    const taken = before.filter(({ confirmedAt }) => confirmedAt);
    const open = await openMattersOf(em, stay.userId, now);
    const matters = [...taken, ...open.filter(({ id }) => !taken.some((one) => one.id === id))];
    const list = { successorId, remarks, matters, writtenBy: actor.userId, writtenAt: new Date(now) };
    await em.nativeUpdate(StayEntity, { id: stayId }, list);
    return shownStay(transaction, stayId);
  });
}

async function mayWrite({ em, actor }: Transaction, { userId }: StayRow): Promise<boolean> {
  if (actor.userId === userId || actor.role === 'director') return true;
  return (await headOf(em, userId))?.headId === actor.userId;
}

/**
 * 接手确认: by the successor alone, some matters or, where none are named, all that are left. A task moves to him, so does standing in
 * for somebody; of the others he takes note. When the last is confirmed, the stay is handed over.
 * Errors: stay.not-found, stay.not-written, access.denied, stay.handed-over-before, stay.no-such-matter.
 */
export function confirmStayHandOver(
  context: UseCaseContext,
  { stayId, matters: ids }: { readonly stayId: string; readonly matters?: readonly string[] },
): Promise<StayView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    const stay = await lockStay(transaction, stayId);
    const { matters, successorId } = stay;
    if (!matters) throw new AppError('stay.not-written');
    if (successorId !== actor.userId) throw new AppError('access.denied', { action: 'confirm-stay-hand-over' });
    if (stay.handedOverAt) throw new AppError('stay.handed-over-before');
    if (ids?.some((id) => !matters.some((matter) => matter.id === id))) throw new AppError('stay.no-such-matter');
    const confirmed = takenOver(matters, ids, now);
    const fresh = confirmed.filter((matter) => matter.confirmedAt && !matters.includes(matter));
    await takeTasks(transaction, stay, fresh);
    await standInInstead(transaction, stay, fresh);
    const isDone = confirmed.every(({ confirmedAt }) => confirmedAt);
    await em.nativeUpdate(
      StayEntity,
      { id: stayId },
      { matters: confirmed, handedOverAt: isDone ? new Date(now) : null },
    );
    if (isDone) await settleStay(transaction, stayId);
    return shownStay(transaction, stayId);
  });
}

const idsOf = (matters: readonly OpenMatter[], kind: OpenMatter['kind']): string[] =>
  matters.flatMap((matter) => (matter.kind === kind ? [matter.id] : []));

/** The tasks go to the successor, those of queues that are not his back to their queue. */
async function takeTasks(
  { em, actor, now }: Transaction,
  { userId }: StayRow,
  fresh: readonly OpenMatter[],
): Promise<void> {
  const ids = idsOf(fresh, 'task');
  if (ids.length === 0) return;
  const queues = arrayOf(await queuesAt(em, actor, now));
  // What went back to its queue when the stay ended, and nobody took, is his too.
  const left = `id = any(?::uuid[]) and (status = 'open' or (status = 'taken' and assignee_id = ?))`;
  await em.execute(
    `update task set status = 'taken', assignee_id = ?, taken_at = ? where ${left} and queue = any(?::text[])`,
    [actor.userId, now, arrayOf(ids), userId, queues],
  );
  await em.execute(
    `update task set status = 'open', assignee_id = null, taken_at = null where ${left} and queue <> all(?::text[])`,
    [arrayOf(ids), userId, queues],
  );
}

/** Whoever he stood in for has the successor; nobody stands in for himself. */
async function standInInstead(
  { em, actor }: Transaction,
  { userId }: StayRow,
  fresh: readonly OpenMatter[],
): Promise<void> {
  const own = { id: { $in: idsOf(fresh, 'substitute') }, substituteId: userId };
  await em.nativeUpdate(AbsenceEntity, { ...own, userId: { $ne: actor.userId } }, { substituteId: actor.userId });
  await em.nativeUpdate(AbsenceEntity, { ...own, userId: actor.userId }, { substituteId: null });
}
