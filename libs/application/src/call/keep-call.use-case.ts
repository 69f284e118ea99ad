import { randomUUID } from 'node:crypto';
import { ensureNear, phoneKey, type CallLine, type Instant } from '@hotline/domain';
import { CallEntity, findRows, insertRows, lockName, sha256, TaskEntity, UserEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { rulesInForce } from '../rules/rules.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { callView, type CallView } from './call-view.ts';

export interface KeepCallInput {
  /** The telephone system's own id of the call: kept once, however often it is brought. */
  readonly callId: string;
  readonly line: CallLine;
  readonly rangAt: Instant;
  /** Absent where nobody took it: a missed call. */
  readonly answeredAt?: Instant | undefined;
  readonly endedAt: Instant;
  readonly callerPhone?: string | undefined;
  readonly operatorId?: string | undefined;
  /** 录音文件名 */
  readonly recording?: string | undefined;
}

/**
 * A call as the telephone system tells it when it has ended; brought again it is the same. A missed call becomes a task to
 * call back, one for each number; a call of the number that is answered meanwhile settles it. Nobody but the
 * telephone system brings calls. Errors: access.denied, call.other-content, call.times, user.unknown, line-122.not-offered.
 */
export function keepCall(
  context: UseCaseContext,
  input: KeepCallInput,
): Promise<CallView & { readonly alreadyThere?: true }> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    if (actor.role !== 'telephone-system') throw new AppError('access.denied', { action: 'keep-call' });
    const { callId, callerPhone, operatorId, recording } = input;
    ensureStorable(callId, callerPhone, operatorId, recording);
    ensureTimes(input, now);
    const digest = sha256(JSON.stringify(input));
    await lockName(em, `call ${callId}`);
    const [earlier] = await findRows(em, CallEntity, 'call_id = ?', [callId]);
    if (earlier && earlier.digest !== digest) throw new AppError('call.other-content');
    if (earlier) return { ...callView(earlier), alreadyThere: true as const };
    await ensureOperator(transaction, operatorId);
    await insertRows(em, CallEntity, [await rowOf(transaction, input, digest)]);
    const [kept] = await findRows(em, CallEntity, 'call_id = ?', [callId]);
    if (!kept) throw new Error(`the call ${callId} was not kept`);
    return callView(kept);
  });
}

async function rowOf(transaction: Transaction, input: KeepCallInput, digest: string) {
  const { callId, line, rangAt, answeredAt, endedAt, callerPhone, operatorId, recording } = input;
  const { policy, time } = await rulesInForce(transaction.em);
  if (line === '122' && !policy.line122.offered) throw new AppError('line-122.not-offered');
  const key = (callerPhone && phoneKey(callerPhone)) || undefined;
  const returnBy = time.add(transaction.now, policy.calls.returnWithin).at;
  const taskId = answeredAt
    ? await settleReturn(transaction, key)
    : await returnTask(transaction, key, callId, returnBy);
  return {
    callId,
    line,
    rangAt: new Date(rangAt),
    answeredAt: answeredAt ? new Date(answeredAt) : null,
    endedAt: new Date(endedAt),
    callerPhone: callerPhone ?? null,
    phoneKey: key ?? null,
    operatorId: operatorId ?? null,
    recording: recording ?? null,
    outcome: answeredAt ? null : ('missed' as const),
    reason: null,
    caseNumber: null,
    taskId: taskId ?? null,
    digest,
  };
}

function ensureTimes({ rangAt, answeredAt = rangAt, endedAt }: KeepCallInput, now: Instant): void {
  ensureNear(now, rangAt, answeredAt, endedAt);
  if (rangAt > answeredAt || answeredAt > endedAt || endedAt > now) throw new AppError('call.times');
}

async function ensureOperator({ em }: Transaction, operatorId: string | undefined): Promise<void> {
  if (operatorId && (await em.count(UserEntity, { id: operatorId })) === 0)
    throw new AppError('user.unknown', { operatorId });
}

/** The subject of the task to call a number back; nobody reads a number out of it. */
const subjectOf = (key: string): string => `return-call/${sha256(key).slice(0, 32)}`;

/** 未接回拨: the open task of the number, or a new one; none where the number is hidden. */
async function returnTask(
  { em, now }: Transaction,
  key: string | undefined,
  callId: string,
  returnBy: Instant,
): Promise<string | undefined> {
  if (key === undefined) return undefined;
  await lockName(em, subjectOf(key));
  const open = await em.findOne(
    TaskEntity,
    { subject: subjectOf(key), status: { $in: ['open', 'taken'] } },
    { disableIdentityMap: true },
  );
  if (open) return open.id;
  const id = randomUUID();
  const task = {
    id,
    key: `call:${callId}`,
    kind: 'return-call' as const,
    queue: 'callback' as const,
    stream: `call-${sha256(key).slice(0, 12)}`,
    subject: subjectOf(key),
    unitId: null,
    detail: null,
    status: 'open' as const,
    createdAt: new Date(now),
    dueAt: new Date(returnBy),
  };
  await insertRows(em, TaskEntity, [task]);
  return id;
}

/** Who got through meanwhile need not be called back. */
async function settleReturn({ em, now }: Transaction, key: string | undefined): Promise<undefined> {
  if (key === undefined) return;
  await lockName(em, subjectOf(key));
  await em.nativeUpdate(
    TaskEntity,
    { subject: subjectOf(key), status: { $in: ['open', 'taken'] } },
    { status: 'settled', endedAt: new Date(now) },
  );
}
