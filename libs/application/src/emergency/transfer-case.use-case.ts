import type { EmergencyLine, Instant } from '@hotline/domain';
import { onCase } from '../case/on-case.ts';
import type { CaseView } from '../case/case-view.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { ensureStorable } from '../use-case/storable-words.ts';

export interface TransferCaseInput {
  readonly caseNumber: string;
  readonly line: EmergencyLine;
  readonly cause: 'emergency' | 'hand-back';
  /** With the second; now where it is not said. */
  readonly transferredAt?: Instant | undefined;
  readonly text: string;
}

/** 转接110、119、120, or 移交110: written down with the second. Errors: transfer.in-future, transfer.back-to-110-only. */
export function transferCase(context: UseCaseContext, input: TransferCaseInput): Promise<CaseView> {
  const { caseNumber, line, cause, transferredAt } = input;
  return onCase(context, caseNumber, async ({ text, now }) => ({
    type: 'transfer',
    line,
    cause,
    transferredAt: transferredAt ?? now,
    text: await text(caseNumber, input.text),
  }));
}

interface OfTransfer {
  readonly caseNumber: string;
  readonly transferId: string;
}

/** 回执: the other line has it, under its number. Errors: transfer.not-found, transfer.receipted-before. */
export function receiptTransfer(
  context: UseCaseContext,
  input: OfTransfer & { readonly receivedBy: string; readonly number?: string | undefined },
): Promise<CaseView> {
  const { caseNumber, transferId, receivedBy, number } = input;
  return onCase(context, caseNumber, async () => {
    ensureStorable(receivedBy, number);
    return { type: 'receipt-transfer', transferId, receivedBy, ...(number ? { number } : {}) };
  });
}

/** 处置情况: what became of a transfer. Errors: transfer.not-found, transfer.outcome-known. */
export function recordTransferOutcome(
  context: UseCaseContext,
  input: OfTransfer & { readonly text: string },
): Promise<CaseView> {
  const { caseNumber, transferId } = input;
  return onCase(context, caseNumber, async ({ text }) => ({
    type: 'record-transfer-outcome',
    transferId,
    text: await text(caseNumber, input.text),
  }));
}

/** 给110回执: who handed the case over knows that the hotline has it. Errors: hand-over.none, hand-over.receipted-before. */
export function receiptHandOver(
  context: UseCaseContext,
  input: { readonly caseNumber: string; readonly receivedBy: string; readonly text: string },
): Promise<CaseView> {
  const { caseNumber, receivedBy } = input;
  return onCase(context, caseNumber, async ({ text }) => {
    ensureStorable(receivedBy);
    return { type: 'receipt-hand-over', receivedBy, text: await text(caseNumber, input.text) };
  });
}

/** 转办件回复: the result went back to province or prefecture. Errors: hand-down.* */
export function returnResult(
  context: UseCaseContext,
  input: {
    readonly caseNumber: string;
    readonly replyNumber: string;
    readonly returnedAt?: Instant | undefined;
    readonly text: string;
  },
): Promise<CaseView> {
  const { caseNumber, replyNumber, returnedAt } = input;
  return onCase(context, caseNumber, async ({ text, now }) => {
    ensureStorable(replyNumber);
    return {
      type: 'return-result',
      replyNumber,
      returnedAt: returnedAt ?? now,
      text: await text(caseNumber, input.text),
    };
  });
}
