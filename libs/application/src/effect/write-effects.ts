import { randomUUID } from 'node:crypto';
import {
  activeAssignments,
  outlivesCase,
  roomOfWait,
  type CaseState,
  type Effect,
  type EventEnvelope,
  type NoticeKind,
  type Queue,
  type Recipient,
  type TaskKind,
} from '@hotline/domain';
import { arrayOf, changeRows, insertRows, NoticeEntity, TaskEntity, type StreamState } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';
import { effectsOf, type Written } from './effects-of.ts';
import { addressBook, addressedTo, type AddressBook, type Meant } from './recipients.ts';

/** Writes the tasks and notices that events name. Their keys come from the event, so a repeat writes nothing. */
export async function writeEffects(
  transaction: Transaction,
  state: StreamState,
  events: readonly EventEnvelope[],
): Promise<void> {
  const { em, now } = transaction;
  const written = events.flatMap(effectsOf);
  const told = written
    .filter(({ sort }) => sort === 'notice')
    .map((one) => ({ ...one, meant: { recipient: one.whom as Recipient, ...concernedBy(state, one.effect) } }));
  const book = await addressBook(
    em,
    told.map(({ meant }) => meant),
    now,
  );
  const all = [
    ...written.filter(({ sort }) => sort === 'task').map((one) => taskOf(one, now)),
    ...told.flatMap((one) => faxesOf(one, book, now)),
  ];
  const tasks = events.some(isRepeat) ? await withoutRepeats(transaction, all) : all;
  const notices = told.flatMap((one) => noticesOf(one, book, now));
  await insertRows(em, TaskEntity, tasks);
  await insertRows(em, NoticeEntity, notices);
}

/**
 * The waits that events ended or began anew take their open tasks with them, and the end of a case or meeting or report
 * takes all of them. What the administrators have to mend stays.
 */
export async function settleTasks(
  { em, now }: Transaction,
  { stream, before, state }: { readonly stream: string; readonly before: StreamState; readonly state: StreamState },
  events: readonly EventEnvelope[],
): Promise<void> {
  const ending = { status: 'settled', endedAt: new Date(now) } as const;
  const open = `stream = ? and status in ('open', 'taken')`;
  if (hasEnded(state) && !hasEnded(before)) {
    const goOn = Object.keys(state.ladders.running);
    const over = `${open} and queue <> 'administration' and subject <> all(?::text[])`;
    return changeRows(em, TaskEntity, ending, over, [stream, arrayOf(goOn)]);
  }
  const subjects = events.flatMap(({ payload: { ladders } }) => [
    ...(ladders?.drop ?? []),
    ...(ladders?.hold ?? []),
    ...(ladders?.set ?? []).map(({ subject }) => subject),
  ]);
  if (subjects.length === 0) return undefined;
  return changeRows(em, TaskEntity, ending, `${open} and subject = any(?::text[])`, [stream, arrayOf(subjects)]);
}

/** Nothing is waited for any more; a case on the books still is. */
function hasEnded(state: StreamState): boolean {
  const isOver =
    'stage' in state
      ? state.stage === 'closed' || state.stage === 'declined' || state.stage === 'merged'
      : state.status === 'cancelled' || state.status === 'ended' || state.status === 'withdrawn';
  return isOver && Object.keys(state.ladders.running).every(outlivesCase);
}

function taskOf({ key, what, whom, event, effect }: Written, now: string) {
  return {
    id: randomUUID(),
    key,
    kind: what as TaskKind,
    queue: whom as Queue,
    stream: event.stream,
    subject: effect.subject,
    unitId: effect.unitId ?? null,
    ...(effect.userId
      ? { status: 'taken' as const, assigneeId: effect.userId, takenAt: new Date(now) }
      : { status: 'open' as const, assigneeId: null, takenAt: null }),
    createdAt: new Date(now),
    dueAt: effect.due ? new Date(effect.due) : null,
    detail: null as Record<string, string> | null,
  };
}

function isRepeat({ type, payload }: EventEnvelope): boolean {
  return type === 'RungActed' && 'try' in payload && Number(payload.try) > 1;
}

type NewTask = ReturnType<typeof taskOf>;

/** A rung that repeats gives out no second task while the first is still open. */
async function withoutRepeats({ em }: Transaction, tasks: readonly NewTask[]): Promise<NewTask[]> {
  const open = await em.find(
    TaskEntity,
    { stream: { $in: tasks.map(({ stream }) => stream) }, status: { $in: ['open', 'taken'] } },
    { fields: ['stream', 'subject', 'kind', 'unitId'], disableIdentityMap: true },
  );
  const nameOf = (task: Pick<NewTask, 'stream' | 'subject' | 'kind'> & { unitId?: string | null }): string =>
    [task.stream, task.subject, task.kind, task.unitId ?? ''].join(' ');
  const names = new Set(open.map(nameOf));
  return tasks.filter((task) => !names.has(nameOf(task)));
}

/** Told in the house alone: it comes often, and asks nobody to do anything at once. */
const IN_APP_ALONE: ReadonlySet<NoticeKind> = new Set(['call-again']);

type Told = Written & { readonly meant: Meant };

/** A unit that is not online reads no notice here: what it should hear is faxed, by a person. */
function faxesOf(one: Told, book: AddressBook, now: string) {
  return book(one.meant)
    .filter(({ offline }) => offline)
    .map(({ unitId }) => ({
      ...taskOf({ ...one, key: `${one.key}:${unitId}`, what: 'fax', whom: 'dispatch' }, now),
      unitId: unitId ?? null,
      detail: { notice: one.what },
    }));
}

function noticesOf({ key, what, event, effect, meant }: Told, book: AddressBook, now: string) {
  const online = book(meant).filter(({ offline }) => !offline);
  return online.map((addressee) => ({
    id: randomUUID(),
    ...addressedTo(addressee, key),
    ...(IN_APP_ALONE.has(what as NoticeKind) ? { mail: 'none' as const } : {}),
    kind: what as NoticeKind,
    stream: event.stream,
    eventNumber: event.number,
    subject: effect.subject,
    unitId: effect.unitId ?? addressee.unitId ?? null,
    dueAt: effect.due ? new Date(effect.due) : null,
    createdAt: new Date(now),
    mailAttempts: 0,
  }));
}

/** The sub-desk that has the unit's duty: its people are told. */
function deskOf({ assignments }: CaseState, { subject, unitId }: Effect): Pick<Meant, 'subDeskId'> {
  const duty = assignments[subject.split('/')[0] ?? ''];
  const of = duty ?? Object.values(assignments).find((one) => one.unitId === unitId && one.status !== 'withdrawn');
  return of?.subDeskId && of.unitId === unitId ? { subDeskId: of.subDeskId } : {};
}

function concernedBy(state: StreamState, effect: Effect): Omit<Meant, 'recipient'> {
  const of = {
    room: roomOfWait(effect.subject),
    ...(effect.unitId ? { unitId: effect.unitId } : {}),
    ...(effect.userId ? { userId: effect.userId } : {}),
  };
  const deputyMayor = effect.deputyMayorId ? { deputyMayorId: effect.deputyMayorId } : {};
  if ('assignments' in state)
    return {
      ...of,
      ...deputyMayor,
      ...deskOf(state, effect),
      unitIds: activeAssignments(state).map((assignment) => assignment.unitId),
    };
  if ('memberIds' in state) return { ...of, unitIds: state.unitIds, memberIds: state.memberIds };
  if ('unitIds' in state) return { ...of, unitIds: state.unitIds };
  return 'deputyMayorId' in state ? { ...of, deputyMayorId: state.deputyMayorId } : of;
}
