import type { Instant, UrgingResult } from '@hotline/domain';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { finishCalls } from '../supervision/finish-calls.ts';
import type { AssignmentInput } from './assignment-input.ts';
import { viewCase, type CaseView } from './case-view.ts';
import { changeCase, lockCase } from './change-case.ts';
import { ensureFreshCase } from './on-case.ts';

export interface RecordUrgingCallInput extends AssignmentInput {
  readonly text: string;
  readonly result?: UrgingResult;
  /** What was promised is asked after at this time. */
  readonly promisedBy?: Instant;
}

/**
 * 电话催办, recorded. A call that reached somebody finishes every open call of the supervision room about that duty: one
 * call is about all of it. Errors: urging.promise-until-when, the domain's.
 */
export function recordUrgingCall(context: UseCaseContext, input: RecordUrgingCallInput): Promise<CaseView> {
  const { caseNumber, assignmentId, result, promisedBy } = input;
  return runUseCase(context, async (transaction) => {
    const locked = await lockCase(transaction, caseNumber);
    await ensureFreshCase(transaction, locked);
    const text = await transaction.text(caseNumber, input.text);
    if (result !== 'not-reached') await finishCalls(transaction, input, input.text);
    const changed = await changeCase(transaction, locked, {
      type: 'record-urging-call',
      assignmentId,
      text,
      ...(result ? { result } : {}),
      ...(promisedBy ? { promisedBy } : {}),
    });
    return viewCase(transaction, changed);
  });
}
