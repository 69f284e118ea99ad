import { randomUUID } from 'node:crypto';
import { isEnding, nextLookAtStays, queuesOfRoom, type Instant, type NoticeKind } from '@hotline/domain';
import {
  AbsenceEntity,
  DelegationEntity,
  insertRows,
  lockName,
  NoticeEntity,
  RoomEntity,
  SessionEntity,
  StayEntity,
  TaskEntity,
  UserEntity,
  type StayRow,
} from '@hotline/persistence';
import { addressBook, addressedTo, type Meant } from '../effect/recipients.ts';
import { deliverNotices, type NoticeDelivery } from '../process/deliver-notices.use-case.ts';
import { rulesInForce } from '../rules/rules.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import { withoutRequest, type UseCaseContext } from '../use-case/use-case-context.ts';
import { headOf, streamOfStay } from './stays.ts';

type Delivering = UseCaseContext & { readonly delivery: NoticeDelivery };

/**
 * 轮岗到期: some weeks before a stay ends, its person is told, and his room's head and the director get a task; at its end the account
 * is closed, nothing waits on him any more, and where nothing was handed over the director hears of it. Each once. Answers when to look again.
 * Errors: notice.undelivered.
 */
export async function watchStays(
  context: Delivering,
  { at }: { readonly at: Instant },
): Promise<{ readonly nextAt: Instant }> {
  const { nextAt, streams } = await runUseCase(withoutRequest(context), (transaction) => lookAround(transaction, at));
  for (const stream of streams) await deliverNotices(context, { stream });
  return { nextAt };
}

async function lookAround(
  transaction: Transaction,
  at: Instant,
): Promise<{ readonly nextAt: Instant; readonly streams: readonly string[] }> {
  const { em } = transaction;
  await lockName(em, 'watch-stays');
  const { policy, time } = await rulesInForce(em);
  const lasting = await em.execute<{ id: string; from_at: Date; until_at: Date; reminded_at: Date | null }[]>(
    'select id, from_at, until_at, reminded_at from stay where closed_at is null order by until_at, id for update',
  );
  const spans = lasting.map(({ id, from_at, until_at, reminded_at }) => ({
    id,
    from: new Date(from_at).toISOString(),
    until: new Date(until_at).toISOString(),
    reminded: reminded_at !== null,
  }));
  for (const { id, reminded, ...span } of spans) {
    const stay = await em.findOneOrFail(StayEntity, { id }, { disableIdentityMap: true });
    if (span.until <= at) await end(transaction, stay);
    else if (!reminded && isEnding(span, policy.rotation, time, at)) await remind(transaction, stay);
  }
  const pending = await em.find(
    NoticeEntity,
    { kind: { $in: ['stay-ending', 'stay-ended'] }, mail: 'pending' },
    { fields: ['stream'], disableIdentityMap: true },
  );
  return { nextAt: nextLookAtStays(spans, at), streams: [...new Set(pending.map(({ stream }) => stream))] };
}

/** Each plan of a stay is seen to once; planned anew, also with the end it had, it is another. */
const planOf = ({ id, plannedAt }: StayRow): string => `${id}:${plannedAt.toISOString()}`;

async function remind(transaction: Transaction, stay: StayRow): Promise<void> {
  const { em, now } = transaction;
  await em.nativeUpdate(StayEntity, { id: stay.id }, { remindedAt: new Date(now) });
  await tell(transaction, stay, 'stay-ending', { recipient: 'leader', userId: stay.userId });
  if (stay.handedOverAt) return;
  const head = await headOf(em, stay.userId);
  const common = {
    kind: 'stay-hand-over' as const,
    stream: streamOfStay(stay.id),
    subject: stay.id,
    unitId: null,
    createdAt: new Date(now),
    dueAt: stay.untilAt,
    detail: null,
  };
  const key = `stay:${planOf(stay)}`;
  const [queue] = head ? queuesOfRoom(head.room) : [];
  await insertRows(em, TaskEntity, [
    {
      ...common,
      id: randomUUID(),
      key: `${key}:director`,
      queue: 'director',
      status: 'open',
      assigneeId: null,
      takenAt: null,
    },
    ...(head && queue
      ? [
          {
            ...common,
            id: randomUUID(),
            key: `${key}:head`,
            queue,
            status: 'taken' as const,
            assigneeId: head.headId,
            takenAt: new Date(now),
          },
        ]
      : []),
  ]);
}

/** Nothing waits on who has left: his account is closed, what was in his hands is anybody's again, or his successor's. */
async function end(transaction: Transaction, stay: StayRow): Promise<void> {
  const { em, now } = transaction;
  const { id, userId } = stay;
  const at = new Date(now);
  await em.nativeUpdate(UserEntity, { id: userId }, { active: false });
  await em.nativeDelete(SessionEntity, { userId });
  await em.nativeUpdate(RoomEntity, { headId: userId }, { headId: null });
  await em.nativeUpdate(DelegationEntity, { toUserId: userId, endedAt: null }, { endedAt: at });
  await em.nativeUpdate(AbsenceEntity, { substituteId: userId, endedAt: null }, { substituteId: null });
  await em.nativeUpdate(
    TaskEntity,
    { assigneeId: userId, status: 'taken' },
    { status: 'open', assigneeId: null, takenAt: null },
  );
  await em.nativeUpdate(StayEntity, { id }, { closedAt: at });
  if (!stay.handedOverAt) await tell(transaction, stay, 'stay-ended', { recipient: 'director' });
}

async function tell({ em, now }: Transaction, stay: StayRow, kind: NoticeKind, meant: Meant): Promise<void> {
  const book = await addressBook(em, [meant], now);
  await insertRows(
    em,
    NoticeEntity,
    book(meant).map((addressee) => ({
      id: randomUUID(),
      ...addressedTo(addressee, `${kind}:${planOf(stay)}`),
      kind,
      stream: streamOfStay(stay.id),
      subject: stay.id,
      dueAt: stay.untilAt,
      createdAt: new Date(now),
    })),
  );
}
