import { randomUUID } from 'node:crypto';
import { missedCallRungs, roomOfWait, type Instant, type MissedCallRung } from '@hotline/domain';
import { insertRows, lockName, NoticeEntity, TaskEntity, type Task } from '@hotline/persistence';
import { addressBook, addressedTo, type Addressee, type Meant } from '../effect/recipients.ts';
import { deliverNotices, type NoticeDelivery } from '../process/deliver-notices.use-case.ts';
import { rulesInForce } from '../rules/rules.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import { withoutRequest, type UseCaseContext } from '../use-case/use-case-context.ts';

type Delivering = UseCaseContext & { readonly delivery: NoticeDelivery };
/** A rung of a return that is owed, which has come. */
type Owed = MissedCallRung & { readonly task: Task };

/** What the round of a watch came to: when the next is, and in which streams somebody is to be told. */
interface Round {
  readonly nextAt: Instant;
  readonly streams: readonly string[];
}

/**
 * 未接来电逾期未回拨: tells the shift leader, and later the director, of callers who are not called back, each once. Answers
 * when to look again: at the next rung of a return that is owed, or by when the earliest that may still come in can be due.
 * Errors: notice.undelivered.
 */
export async function watchMissedCalls(
  context: Delivering,
  { at }: { readonly at: Instant },
): Promise<{ readonly nextAt: Instant }> {
  const { nextAt, streams } = await runUseCase(withoutRequest(context), (transaction) => lookAround(transaction, at));
  for (const stream of streams) await deliverNotices(context, { stream });
  return { nextAt };
}

async function lookAround(transaction: Transaction, at: Instant): Promise<Round> {
  const { em } = transaction;
  await lockName(em, 'watch-missed-calls');
  const { policy, time } = await rulesInForce(em);
  const tasks = await em.find(
    TaskEntity,
    { kind: 'return-call', status: { $in: ['open', 'taken'] }, dueAt: { $ne: null } },
    { orderBy: { createdAt: 'asc' }, disableIdentityMap: true },
  );
  const rungs = tasks.flatMap((task): Owed[] =>
    task.dueAt ? missedCallRungs(task.dueAt.toISOString(), policy.calls, time).map((rung) => ({ ...rung, task })) : [],
  );
  const come = rungs.filter((rung) => rung.at <= at);
  await tell(transaction, come);
  const coming = rungs.filter((rung) => rung.at > at).map((rung) => rung.at);
  const [nextAt = at] = [...coming, time.add(at, policy.calls.returnWithin).at].sort();
  return { nextAt, streams: [...new Set(come.map(({ task }) => task.stream))] };
}

/** Writes what was not told yet. */
async function tell({ em, now }: Transaction, come: readonly Owed[]): Promise<void> {
  const book = await addressBook(em, come.map(meantBy), now);
  const notices = come.flatMap((owed) => book(meantBy(owed)).map((one) => noticeOf(owed, one, now)));
  const keys = notices.map(({ key }) => key);
  const told = await em.find(NoticeEntity, { key: { $in: keys } }, { fields: ['key'], disableIdentityMap: true });
  const known = new Set(told.map(({ key }) => key));
  await insertRows(
    em,
    NoticeEntity,
    notices.filter(({ key }) => !known.has(key)),
  );
}

/** Calling back is the supervision room's, as all callbacks are. */
function meantBy({ tells, task }: Owed): Meant {
  return { recipient: tells, room: roomOfWait(task.queue) };
}

function noticeOf({ task, rung }: Owed, addressee: Addressee, now: Instant) {
  return {
    id: randomUUID(),
    ...addressedTo(addressee, `missed:${task.id}:${rung}`),
    kind: 'missed-call-overdue' as const,
    stream: task.stream,
    subject: task.id,
    dueAt: task.dueAt,
    createdAt: new Date(now),
  };
}
