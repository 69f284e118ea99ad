import {
  decideReport,
  evolveReport,
  type CasePayloads,
  type CaseState,
  type ReportCommand,
  type ReportEvent,
  type ReportState,
  type TextReference,
} from '@hotline/domain';
import { lockStream, SpecialReportEntity, type ReportWords, type Stream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { dateOf } from '../case/case-shape.ts';
import { changeStream, type Changed, type StreamShape } from '../ledger/change-stream.ts';
import { rulesOfVersion } from '../rules/rules.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import { deputyMayorOf } from './deputy-mayor.ts';
import { wordsFromLedger } from './report-words.ts';

/** How a special report is folded, and the row people list it by. */
export const REPORT: StreamShape<ReportState> = {
  kind: 'report',
  evolve: (state, event) => evolveReport(state, event as ReportEvent),
  async project({ em, wordsOf }, state, events) {
    const { reportId: id, deputyMayorId, status, automatic, result } = state;
    const facts = {
      status,
      automatic,
      result: result ?? null,
      instructionBy: dateOf(state.instructionBy),
      dueAt: dateOf(state.dueAt),
    };
    const written = (events as readonly ReportEvent[]).findLast(
      (event) => event.type === 'ReportDrafted' || event.type === 'ReportRevised',
    );
    const words = written && (JSON.parse(wordsOf(written.payload.text)) as ReportWords);
    if (words && written.type === 'ReportDrafted') {
      const caseNumber = state.caseNumbers[0] ?? '';
      const draft = { id, caseNumber, deputyMayorId, draftedAt: new Date(written.at) };
      await em.insert(SpecialReportEntity, { ...draft, ...facts, words });
    } else await em.nativeUpdate(SpecialReportEntity, { id }, { ...facts, ...(words ? { words } : {}) });
  },
};

/** The case proposed a report: its draft is written from the ledger, for the director to look at. */
export async function draftReportOf(
  transaction: Transaction,
  state: CaseState,
  reportId: string,
  words?: ReportWords,
): Promise<void> {
  const { em } = transaction;
  const deputyMayorId = await deputyMayorOf(em, state);
  const text = await keepReportWords(transaction, reportId, words ?? (await wordsFromLedger(em, state)));
  const command = { type: 'draft', caseNumbers: [state.caseNumber], deputyMayorId, text } as const;
  await changeReport(transaction, { id: reportId }, state.policyVersion, command);
}

/** Keeps a report's words as one text. Errors: text.not-storable. */
export function keepReportWords({ text }: Transaction, reportId: string, words: ReportWords): Promise<TextReference> {
  const { trouble, cause, wayOut, tried } = words;
  ensureStorable(trouble, cause, wayOut, tried);
  return text(reportId, JSON.stringify({ trouble, cause, wayOut, tried }));
}

export async function submitReportOf(
  transaction: Transaction,
  state: CaseState,
  { reportId, automatic }: CasePayloads['SpecialReportSubmitted'],
): Promise<void> {
  const row = await lockReport(transaction, reportId);
  await changeReport(transaction, { id: reportId, row }, state.policyVersion, { type: 'submit', automatic });
}

/** The case was completed, or the director said no, before the draft was issued. */
export async function withdrawReportOf(transaction: Transaction, reportId: string): Promise<void> {
  const row = await lockReport(transaction, reportId);
  if (row.state.status !== 'draft') return;
  const version = await policyVersionOf(transaction, row.state);
  await changeReport(transaction, { id: reportId, row }, version, { type: 'end', result: 'withdrawn' });
}

/** Locks a report. The case it belongs to is locked before. Errors: report.not-found. */
export async function lockReport({ em }: Transaction, reportId: string): Promise<Stream & { state: ReportState }> {
  const row = await lockStream(em, reportId);
  if (!row || row.kind !== 'report') throw new AppError('report.not-found');
  return row as Stream & { state: ReportState };
}

/** Decides a command on a locked report, or on one that is to begin. */
export async function changeReport(
  transaction: Transaction,
  stream: { readonly id: string; readonly row?: Stream },
  policyVersion: number,
  command: ReportCommand,
): Promise<Changed<ReportState>> {
  const rules = await rulesOfVersion(transaction.em, policyVersion);
  const state = stream.row?.state as ReportState | undefined;
  const events = decideReport(state, command, { now: transaction.now, actor: transaction.actor, ...rules });
  return changeStream(transaction, REPORT, stream, events);
}

/** A report follows the rules of the first case it covers. */
export async function policyVersionOf({ em }: Transaction, state: Pick<ReportState, 'caseNumbers'>): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    `select (state->>'policyVersion')::int as version from stream where id = ?`,
    [state.caseNumbers[0] ?? ''],
  );
  if (!row) throw new AppError('case.not-found');
  return row.version;
}
