import {
  caseOfStream,
  decideReport,
  documentNumberOf,
  evolveReport,
  folderOf,
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
import { kindOfOnlyPaper, numberPapers, registerOnlyPaper } from '../document/number-documents.ts';
import { changeStream, type Changed, type StreamShape } from '../ledger/change-stream.ts';
import { rulesOfVersion } from '../rules/rules.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import { deputyMayorOf } from './deputy-mayor.ts';
import { projectParts } from './project-parts.ts';
import { wordsFromLedger } from './report-words.ts';

/** How a special report is folded, and the row people list it by. */
export const REPORT: StreamShape<ReportState> = {
  kind: 'report',
  evolve: (state, event) => evolveReport(state, event as ReportEvent),
  async project({ em, wordsOf }, state, events) {
    const { reportId: id, deputyMayorId, status, automatic, result } = state;
    const facts = {
      status,
      caseNumbers: state.caseNumbers,
      automatic,
      toldTo: state.toldTo ?? null,
      result: result ?? null,
      number: state.issuedAt ? documentNumberOf('special-report', state.number) : null,
      issuedAt: dateOf(state.issuedAt),
      instructionBy: dateOf(state.instructionBy),
      folder: folderOf(state) ?? null,
      deliverAt: dateOf(state.deliverAt),
      deliveredAt: dateOf(state.deliveredAt),
      followedAt: dateOf(state.followedAt),
      dueAt: dateOf(state.dueAt),
    };
    const written = (events as readonly ReportEvent[]).findLast(
      (event) => event.type === 'ReportDrafted' || event.type === 'ReportRevised',
    );
    const words = written && readReportWords(wordsOf(written.payload.text));
    await registerOnlyPaper({ em }, id, events as readonly ReportEvent[]);
    if (words && written.type === 'ReportDrafted') {
      const caseNumber = caseOfStream(id);
      const draft = { id, caseNumber, deputyMayorId, draftedAt: new Date(written.at) };
      await em.insert(SpecialReportEntity, { ...draft, ...facts, words });
    } else await em.nativeUpdate(SpecialReportEntity, { id }, { ...facts, ...(words ? { words } : {}) });
    await projectParts(em, state, events as readonly ReportEvent[]);
  },
};

/** The case proposed a report: its draft is written from the ledger, for the director to look at. */
export async function draftReportOf(
  transaction: Transaction,
  state: CaseState,
  reportId: string,
  words: Partial<ReportWords> = {},
): Promise<void> {
  const { em } = transaction;
  const deputyMayorId = await deputyMayorOf(em, state);
  const drafted = { ...(await wordsFromLedger(em, [state])), ...words };
  const text = await keepReportWords(transaction, reportId, drafted);
  const command = { type: 'draft', caseNumbers: [state.caseNumber], deputyMayorId, text } as const;
  await changeReport(transaction, { id: reportId }, state.policyVersion, command);
}

/** Keeps a report's words as one text. Errors: text.not-storable. */
export function keepReportWords({ text }: Transaction, reportId: string, words: ReportWords): Promise<TextReference> {
  const { trouble, cause, wayOut, tried, asked } = words;
  ensureStorable(trouble, cause, wayOut, tried, asked);
  return text(reportId, JSON.stringify({ trouble, cause, wayOut, tried, asked }));
}

/** The words that were kept; those of an early report ask nothing apart. */
export function readReportWords(kept: string): ReportWords {
  return { asked: '', ...(JSON.parse(kept) as Omit<ReportWords, 'asked'>) };
}

/** A case's report was issued; answers the other cases that it covers, which are to be told. */
export async function submitReportOf(
  transaction: Transaction,
  state: CaseState,
  { reportId, automatic, folder }: CasePayloads['SpecialReportSubmitted'],
): Promise<string[]> {
  const row = await lockReport(transaction, reportId);
  // A case that another's report covers hears of it after the report itself.
  if (row.state.status !== 'draft') return [];
  const version = await policyVersionOf(transaction, caseOfStream(reportId));
  const submission = { type: 'submit', automatic, ...(folder ? { folder } : {}) } as const;
  await changeReport(transaction, { id: reportId, row }, version, submission);
  return row.state.caseNumbers.filter((caseNumber) => caseNumber !== state.caseNumber);
}

/**
 * The case was completed, or the director said no, before the draft was issued: it no longer covers the case, and is
 * withdrawn where it covered no other.
 */
export async function withdrawReportOf(
  transaction: Transaction,
  { caseNumber }: CaseState,
  reportId: string,
): Promise<void> {
  const row = await lockReport(transaction, reportId);
  const { status, caseNumbers } = row.state;
  if (status !== 'draft' || !caseNumbers.includes(caseNumber)) return;
  const others = caseNumbers.filter((other) => other !== caseNumber);
  const version = await policyVersionOf(transaction, caseOfStream(reportId));
  const ending: ReportCommand =
    others.length > 0 ? { type: 'cover', caseNumbers: others } : { type: 'end', result: 'withdrawn' };
  await changeReport(transaction, { id: reportId, row }, version, ending);
}

/** Locks a report. The cases it covers are locked before. Errors: report.not-found. */
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
  const decided = decideReport(state, command, { now: transaction.now, actor: transaction.actor, ...rules });
  const events = await numberPapers(transaction, stream.id, decided, kindOfOnlyPaper);
  return changeStream(transaction, REPORT, stream, events);
}

/** The rules of a case: those that its meetings and reports follow. */
export async function policyVersionOf({ em }: Transaction, caseNumber: string): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    `select (state->>'policyVersion')::int as version from stream where id = ?`,
    [caseNumber],
  );
  if (!row) throw new AppError('case.not-found');
  return row.version;
}
