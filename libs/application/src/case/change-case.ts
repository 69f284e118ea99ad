import {
  decideCase,
  mayDo,
  type CaseCommand,
  type CaseEvent,
  type CasePayloads,
  type CaseState,
} from '@hotline/domain';
import { lockStream, type ReportWords, type Stream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { numberPapers } from '../document/number-documents.ts';
import { openMeeting, type MeetingGiven } from '../joint-meeting/change-meeting.ts';
import { changeStream, type Changed } from '../ledger/change-stream.ts';
import { rulesOfVersion } from '../rules/rules.ts';
import { draftReportOf, submitReportOf, withdrawReportOf } from '../special-report/change-report.ts';
import { goByCaseClock } from '../training/training-time.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import { CASE } from './case-shape.ts';
import { maySeeCase } from './case-sight.ts';

/** A case locked for change within a transaction. */
export interface LockedCase {
  readonly row: Stream;
  readonly state: CaseState;
}

/** What a person gave along with a command that begins a stream of its own. */
export interface Given extends MeetingGiven {
  readonly reportWords?: Partial<ReportWords>;
}

/** Locks a case that the actor may see. Errors: case.not-found, also for what is not his. */
export async function lockCase(transaction: Transaction, caseNumber: string): Promise<LockedCase> {
  const locked = await lockAnyCase(transaction, caseNumber);
  if (!(await maySeeCase(transaction, locked.state))) throw new AppError('case.not-found');
  return locked;
}

/** Locks two cases that the actor may see, in the order of their numbers (DESIGN, section 4). Errors: case.not-found. */
export async function lockCases(
  transaction: Transaction,
  [left, right]: readonly [string, string],
): Promise<[LockedCase, LockedCase]> {
  if (left === right) throw new AppError('merge.same-case');
  const first = await lockCase(transaction, left < right ? left : right);
  const second = await lockCase(transaction, left < right ? right : left);
  return left < right ? [first, second] : [second, first];
}

/** Locks a case for one who may act on a meeting or report of it without seeing the case itself. */
export async function lockAnyCase(transaction: Transaction, caseNumber: string): Promise<LockedCase> {
  const row = await lockStream(transaction.em, caseNumber);
  if (!row || row.kind !== 'case') throw new AppError('case.not-found');
  const state = row.state as CaseState;
  await goByCaseClock(transaction, state);
  return { row, state };
}

/** Decides a command on a locked case and carries out what follows, also in the case's meetings and reports. */
export async function changeCase(
  transaction: Transaction,
  { row, state }: LockedCase,
  command: CaseCommand,
  given: Given = {},
): Promise<Changed<CaseState>> {
  const { em, now } = transaction;
  const actor = await transaction.acting();
  if (!mayDo(actor, command.type, state)) throw new AppError('access.denied', { action: command.type });
  const rules = await rulesOfVersion(em, state.policyVersion);
  const decided = decideCase(state, command, { now, actor, ...rules });
  const events = await numberPapers(transaction, row.id, decided, (event) =>
    event.type === 'DocumentIssued' ? event.payload.kind : undefined,
  );
  const changed = await changeStream(transaction, CASE, { id: row.id, row }, events);
  for (const event of changed.events as CaseEvent[]) await carryOn(transaction, changed.state, event, given);
  return changed;
}

/** What a case's event means for streams of its own. Events that came from those streams are already there. */
async function carryOn(transaction: Transaction, state: CaseState, event: CaseEvent, given: Given): Promise<void> {
  switch (event.type) {
    case 'MeetingConvened':
      return openMeeting(transaction, state, event.payload, given);
    case 'SpecialReportDrafted':
      return draftReportOf(transaction, state, event.payload.reportId, given.reportWords);
    case 'SpecialReportSubmitted':
      return tellCovered(transaction, await submitReportOf(transaction, state, event.payload), event.payload);
    case 'SpecialReportEnded':
      return event.payload.result === 'withdrawn'
        ? withdrawReportOf(transaction, state, event.payload.reportId)
        : undefined;
    default:
      return undefined;
  }
}

/** The other cases that an issued report covers, in the order of their locks. */
async function tellCovered(
  transaction: Transaction,
  caseNumbers: readonly string[],
  { reportId, automatic, folder }: CasePayloads['SpecialReportSubmitted'],
): Promise<void> {
  for (const caseNumber of caseNumbers.toSorted())
    await changeCase(transaction, await lockAnyCase(transaction, caseNumber), {
      type: 'follow-submission',
      reportId,
      automatic,
      ...(folder ? { folder } : {}),
    });
}
