import { isOfCenter, type CallOutcome } from '@hotline/domain';
import { CallEntity, CaseFileEntity, changeRows, findRows, lockName, type Call } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { callView, type CallView } from './call-view.ts';

export interface FileCallInput {
  readonly callId: string;
  readonly outcome: Exclude<CallOutcome, 'missed'>;
  /** The case that was registered from it, or that it was about. */
  readonly caseNumber?: string | undefined;
  /** Why it was nuisance. */
  readonly reason?: string | undefined;
}

const WITH_CASE: readonly CallOutcome[] = ['case', 'further-call'];

/**
 * What a call came to, told by the desk; said anew it is corrected. Errors: access.denied, call.not-found, call.was-missed,
 * call.case-missing, call.reason-missing, case.not-found.
 */
export function fileCall(context: UseCaseContext, input: FileCallInput): Promise<CallView> {
  return runUseCase(context, async (transaction) => {
    const { em } = transaction;
    const { callId, outcome, caseNumber, reason } = input;
    const call = await callOf(transaction, callId);
    if (!call.answeredAt) throw new AppError('call.was-missed');
    ensureStorable(reason);
    if (WITH_CASE.includes(outcome) !== (caseNumber !== undefined)) throw new AppError('call.case-missing');
    if ((outcome === 'nuisance') !== (reason !== undefined)) throw new AppError('call.reason-missing');
    if (caseNumber && (await em.count(CaseFileEntity, { caseNumber })) === 0) throw new AppError('case.not-found');
    const facts = { outcome, caseNumber: caseNumber ?? null, reason: reason ?? null };
    await changeRows(em, CallEntity, facts, 'call_id = ?', [callId]);
    return callView({ ...call, ...facts });
  });
}

/** A call, for the center. Errors: access.denied, call.not-found. */
export function getCall(context: UseCaseContext, input: { readonly callId: string }): Promise<CallView> {
  return runUseCase({ orm: context.orm, clock: context.clock, actor: context.actor }, async (transaction) =>
    callView(await callOf(transaction, input.callId)),
  );
}

async function callOf({ em, actor }: Transaction, callId: string): Promise<Call> {
  if (!isOfCenter(actor) && actor.role !== 'administrator')
    throw new AppError('access.denied', { action: 'file-call' });
  await lockName(em, `call ${callId}`);
  const [call] = await findRows(em, CallEntity, 'call_id = ?', [callId]);
  if (!call) throw new AppError('call.not-found');
  return call;
}
