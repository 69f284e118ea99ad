import { mobileOf, phoneKey } from '@hotline/domain';
import { CaseFileEntity } from '@hotline/persistence';
import { viewCase, type CaseView } from '../case/case-view.ts';
import { changeCase, lockCase } from '../case/change-case.ts';
import { ensureFreshCase } from '../case/on-case.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

export interface RecordCallInput {
  readonly caseNumber: string;
  /** What he says now. */
  readonly text: string;
  /** Who calls, where it is not the first caller. */
  readonly callerName?: string;
  readonly callerPhone?: string;
}

/** 追加来电: a call about a case that is there. Another caller is called back too. Errors: case.wrong-stage. */
export function recordCall(context: UseCaseContext, input: RecordCallInput): Promise<CaseView> {
  return runUseCase(context, async (transaction) => {
    const { caseNumber, callerName, callerPhone } = input;
    ensureStorable(callerName, callerPhone);
    const locked = await lockCase(transaction, caseNumber);
    await ensureFreshCase(transaction, locked);
    const key = callerPhone === undefined ? undefined : phoneKey(callerPhone);
    const { em, now } = transaction;
    const file = await em.findOneOrFail(CaseFileEntity, { caseNumber }, { disableIdentityMap: true });
    const first = file.callerPhone ? phoneKey(file.callerPhone) : undefined;
    const another = key !== undefined ? key !== first : callerName !== undefined && callerName !== file.callerName;
    const text = await transaction.text(caseNumber, input.text);
    const changed = await changeCase(transaction, locked, {
      type: 'record-call',
      another,
      text,
      ...(mobileOf(callerPhone) ? { reachable: 'on-the-phone' as const } : {}),
    });
    await em.execute(
      'insert into case_call (case_number, number, at, caller_name, caller_phone, phone_key) values (?, ?, ?, ?, ?, ?)',
      [caseNumber, locked.state.calledAt.length + 1, now, callerName ?? null, callerPhone ?? null, key ?? null],
    );
    return viewCase(transaction, changed);
  });
}
