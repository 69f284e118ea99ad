import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { entryOf } from '../../entry.ts';
import { ensureNear, laterOf } from '../../instant.ts';
import type { Effect } from '../../ledger/effect.ts';
import type { Wait } from '../../policy/build-ladder.ts';
import type { Term } from '../../working-time/working-time.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { HAND_DOWN, HAND_OVER, waitsOfTransfer, type TransferState } from '../emergency/emergency-state.ts';
import { event, ladder } from './decision.ts';

/** A wait in minutes that begins now and runs day and night. */
export function clockWait(length: Term, { now, time }: DecisionContext): Wait & { readonly aroundTheClock: true } {
  return { start: now, due: time.add(now, length).at, aroundTheClock: true };
}

/**
 * 转接110、119、120, or 移交110: written down with the second. After an emergency it is asked what became of it; a case that
 * is handed back waits for its receipt. Both waits outlive the case. Errors: transfer.in-future, transfer.back-to-110-only.
 */
export function transfer(
  state: CaseState,
  command: CaseCommandOf<'transfer'>,
  context: DecisionContext,
): NewCaseEvent[] {
  ensure(state.stage !== 'merged', 'case.wrong-stage', { stage: state.stage });
  const { line, cause, transferredAt, text } = command;
  ensureNear(context.now, transferredAt);
  ensure(transferredAt <= context.now, 'transfer.in-future');
  ensure(cause === 'emergency' || line === '110', 'transfer.back-to-110-only');
  const transferId = `t${Object.keys(state.transfers ?? {}).length + 1}`;
  const { emergency } = context.policy;
  const isBack = cause === 'hand-back';
  const wait = clockWait(isBack ? emergency.receipt : emergency.transferCheck, context);
  const subject = isBack ? waitsOfTransfer.receipt(transferId) : waitsOfTransfer.outcome(transferId);
  const set = [ladder(isBack ? 'receipt' : 'transfer', subject, 1, wait, context)];
  const facts = { transferId, line, cause, transferredAt, checkBy: wait.due, text };
  return [event('EmergencyTransferred', facts, { ladders: { set } })];
}

function transferOf(state: CaseState, transferId: string): TransferState {
  const found = entryOf(state.transfers ?? {}, transferId);
  ensure(found, 'transfer.not-found', { transferId });
  return found;
}

/** 回执: the other line has it. Errors: transfer.not-found, transfer.receipted-before. */
export function receiptTransfer(state: CaseState, command: CaseCommandOf<'receipt-transfer'>): NewCaseEvent[] {
  const { transferId, receivedBy, number } = command;
  ensure(!transferOf(state, transferId).receiptedAt, 'transfer.receipted-before');
  const facts = { transferId, receivedBy, ...(number ? { number } : {}) };
  return [event('TransferReceipted', facts, { ladders: { drop: [waitsOfTransfer.receipt(transferId)] } })];
}

/** 处置情况: what became of it. Errors: transfer.not-found, transfer.outcome-known. */
export function recordTransferOutcome(
  state: CaseState,
  { transferId, text }: CaseCommandOf<'record-transfer-outcome'>,
): NewCaseEvent[] {
  ensure(!transferOf(state, transferId).outcomeAt, 'transfer.outcome-known');
  return [
    event(
      'TransferOutcomeRecorded',
      { transferId, text },
      { ladders: { drop: [waitsOfTransfer.outcome(transferId)] } },
    ),
  ];
}

/** 给110回执: who handed the case over knows that the hotline has it. Errors: hand-over.none, hand-over.receipted-before. */
export function receiptHandOver(
  state: CaseState,
  { receivedBy, text }: CaseCommandOf<'receipt-hand-over'>,
): NewCaseEvent[] {
  ensure(state.handOver, 'hand-over.none');
  ensure(!state.handOver.receiptedAt, 'hand-over.receipted-before');
  return [event('HandOverReceipted', { receivedBy, text }, { ladders: { drop: [HAND_OVER] } })];
}

/** What a case owes from its registration on to who handed it over (110), or down (province, prefecture). */
export function owedToOthers(
  { handedOver, handedDown, externalDueAt }: CaseCommandOf<'register'>,
  context: DecisionContext,
) {
  const { policy, time, now } = context;
  if (handedOver) {
    const wait = clockWait(policy.emergency.receipt, context);
    const effects: Effect[] = [{ code: 'task:transfer-receipt:dispatch', subject: HAND_OVER, due: wait.due }];
    const set = [ladder('receipt', HAND_OVER, 1, wait, context)];
    return { facts: { handedOver: true as const }, set, effects };
  }
  if (!handedDown) return { facts: {}, set: [], effects: [] };
  const due = externalDueAt ?? time.add(now, policy.handDown.result).at;
  const ahead = time.between(now, time.add(now, policy.handDown.reminder).at);
  const start = laterOf(now, time.addWorking(now, Math.max(0, time.between(now, due) - ahead)).at);
  // Their due is an instant of theirs, in desk hours or not: it stays where it is.
  const wait = { start: start < due ? start : now, due, aroundTheClock: true };
  return { facts: { resultBy: due }, set: [ladder('hand-down', HAND_DOWN, 1, wait, context)], effects: [] };
}

/**
 * 转办件回复: the result went back to who handed the case down, under the number of the reply; also after the case ended.
 * Errors: hand-down.none, hand-down.returned-before, hand-down.in-future, hand-down.not-answered.
 */
export function returnResult(
  state: CaseState,
  { replyNumber, returnedAt, text }: CaseCommandOf<'return-result'>,
  { now }: DecisionContext,
): NewCaseEvent[] {
  const { handDown } = state;
  ensure(handDown, 'hand-down.none');
  ensure(!handDown.returnedAt, 'hand-down.returned-before');
  ensureNear(now, returnedAt);
  ensure(returnedAt <= now, 'hand-down.in-future');
  ensure(state.stage !== 'registered' && state.stage !== 'assigned', 'hand-down.not-answered', { stage: state.stage });
  const facts = { replyNumber, returnedAt, inTime: returnedAt <= handDown.resultBy, text };
  return [event('ResultReturned', facts, { ladders: { drop: [HAND_DOWN] } })];
}
