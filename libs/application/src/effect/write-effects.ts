import { randomUUID } from 'node:crypto';
import {
  activeAssignments,
  type Effect,
  type EventEnvelope,
  type NoticeKind,
  type Queue,
  type Recipient,
  type TaskKind,
} from '@hotline/domain';
import { NoticeEntity, TaskEntity, type StreamState } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';
import { addresseesOf, type Concerned } from './recipients.ts';

/** Writes the tasks and notices that events name. Their keys come from the event, so a repeat writes nothing. */
export async function writeEffects(
  transaction: Transaction,
  state: StreamState,
  events: readonly EventEnvelope[],
): Promise<void> {
  for (const event of events)
    for (const [index, effect] of (event.payload.effects ?? []).entries()) {
      const [kind, what, whom] = effect.code.split(':');
      const key = `${event.stream}:${event.number}:${index}`;
      if (kind === 'task')
        await writeTask(transaction, event, effect, { key, kind: what as TaskKind, queue: whom as Queue });
      if (kind === 'notice')
        await writeNotices(transaction, state, event, effect, {
          key,
          kind: what as NoticeKind,
          recipient: whom as Recipient,
        });
    }
}

/** The waits that events ended or began anew take their open tasks with them. */
export async function settleTasks(
  { em, now }: Transaction,
  stream: string,
  events: readonly EventEnvelope[],
): Promise<void> {
  const subjects = events.flatMap(({ payload: { ladders } }) => [
    ...(ladders?.drop ?? []),
    ...(ladders?.hold ?? []),
    ...(ladders?.set ?? []).map(({ subject }) => subject),
  ]);
  if (subjects.length === 0) return;
  await em.nativeUpdate(
    TaskEntity,
    { stream, subject: { $in: [...new Set(subjects)] }, status: { $in: ['open', 'taken'] } },
    { status: 'settled', endedAt: new Date(now) },
  );
}

async function writeTask(
  { em, now }: Transaction,
  event: EventEnvelope,
  effect: Effect,
  task: { key: string; kind: TaskKind; queue: Queue; detail?: Record<string, string> },
): Promise<void> {
  await em.insert(TaskEntity, {
    id: randomUUID(),
    ...task,
    stream: event.stream,
    subject: effect.subject,
    unitId: effect.unitId ?? null,
    status: 'open',
    createdAt: new Date(now),
    dueAt: effect.due ? new Date(effect.due) : null,
  });
}

/** A person is told in-app and by mail; a unit that is not online by a fax, which is a task. */
async function writeNotices(
  transaction: Transaction,
  state: StreamState,
  event: EventEnvelope,
  effect: Effect,
  notice: { key: string; kind: NoticeKind; recipient: Recipient },
): Promise<void> {
  const { em, now } = transaction;
  const meant = await addresseesOf(em, notice.recipient, concernedBy(state, effect));
  for (const { unitId } of meant.filter(({ offline }) => offline)) {
    const fax = { key: `${notice.key}:${unitId}`, kind: 'fax', queue: 'dispatch' } as const;
    await writeTask(transaction, event, { ...effect, unitId }, { ...fax, detail: { notice: notice.kind } });
  }
  const addressees = meant.filter(({ offline }) => !offline);
  if (addressees.length === 0) return;
  await em.insertMany(
    NoticeEntity,
    addressees.map((addressee) => ({
      id: randomUUID(),
      key: `${notice.key}:${addressee.userId ?? addressee.unitId ?? 'office'}`,
      kind: notice.kind,
      stream: event.stream,
      eventNumber: event.number,
      subject: effect.subject,
      unitId: effect.unitId ?? addressee.unitId ?? null,
      recipientId: addressee.userId ?? null,
      recipientName: addressee.name,
      address: addressee.address ?? null,
      dueAt: effect.due ? new Date(effect.due) : null,
      createdAt: new Date(now),
      mail: addressee.address ? 'pending' : 'none',
      mailAttempts: 0,
    })),
  );
}

function concernedBy(state: StreamState, effect: Effect): Concerned {
  const unitId = effect.unitId ? { unitId: effect.unitId } : {};
  if ('assignments' in state)
    return { ...unitId, unitIds: activeAssignments(state).map((assignment) => assignment.unitId) };
  if ('unitIds' in state) return { ...unitId, unitIds: state.unitIds };
  return { ...unitId, deputyMayorId: state.deputyMayorId };
}
