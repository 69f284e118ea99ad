import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Folder, Instant, ReportState } from '@hotline/domain';
import {
  arrayOf,
  CaseFileEntity,
  eventsOfStreams,
  findStreams,
  type ReportWords,
  type SpecialReport,
  type Stream,
} from '@hotline/persistence';
import { timelineOf, type TimelineEntry } from '../case/timeline.ts';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
import { saidOf, type PartWord } from './part-view.ts';
import { statusOfPart, type PartStatus } from './project-parts.ts';
import { STANDING, type ReportStanding } from './report-standing.ts';

/** A special report as people see it: its words, the instruction, and what followed. */
export interface ReportView {
  readonly reportId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  /** Every case that it covers. */
  readonly cases: readonly { readonly caseNumber: string; readonly title: string }[];
  readonly revision: number;
  readonly status: ReportState['status'];
  readonly automatic: boolean;
  readonly deputyMayorId: string;
  readonly words: ReportWords;
  /** 文号, once it was issued. */
  readonly number?: string;
  readonly issuedAt?: Instant;
  readonly folder?: Folder;
  readonly deliverAt?: Instant;
  readonly deliveredAt?: Instant;
  /** When the deputy mayor first opened it. */
  readonly readAt?: Instant;
  readonly standing: ReportStanding;
  readonly draftedAt: Instant;
  readonly instructionBy?: Instant;
  readonly dueAt?: Instant;
  readonly instruction?: string;
  readonly parts: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly text: string;
    readonly dueAt: Instant;
    readonly status: PartStatus;
    readonly doneAt?: Instant;
    readonly said: readonly PartWord[];
  }[];
  readonly toldTo?: string;
  readonly result?: ReportState['result'];
  readonly timeline: readonly TimelineEntry[];
}

/** Special reports as people see them. Whether somebody may see a report is asked before. */
export async function reportViews(em: SqlEntityManager, rows: readonly SpecialReport[]): Promise<ReportView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const streams = new Map((await findStreams(em, ids)).map((stream) => [stream.id, stream]));
  const events = await eventsOfStreams(em, ids);
  const timeline = await timelineOf({ em }, events);
  const files = await em.find(
    CaseFileEntity,
    { caseNumber: { $in: rows.flatMap(({ caseNumber, caseNumbers }) => [caseNumber, ...caseNumbers]) } },
    { fields: ['caseNumber', 'title'], disableIdentityMap: true },
  );
  const titles = new Map(files.map(({ caseNumber, title }) => [caseNumber, title]));
  const parts = [...streams.values()].flatMap(({ state }) => Object.values((state as ReportState).parts));
  const words = await wordsOfTexts(
    em,
    parts.map(({ text }) => text),
  );
  const standings = await standingsOf(em, ids);
  return rows.flatMap((row) => {
    const stream = streams.get(row.id);
    const own = timeline.filter((_, index) => events[index]?.stream === row.id);
    const standing = standings.get(row.id) ?? 'draft';
    return stream ? [viewOf(row, stream, { timeline: own, titles, words, standing })] : [];
  });
}

async function standingsOf(em: SqlEntityManager, ids: readonly string[]): Promise<Map<string, ReportStanding>> {
  const rows = await em.execute<{ id: string; standing: ReportStanding }[]>(
    `select r.id, ${STANDING} as standing from special_report r where r.id = any(?::text[])`,
    [arrayOf(ids)],
  );
  return new Map(rows.map(({ id, standing }) => [id, standing]));
}

export async function reportView(em: SqlEntityManager, row: SpecialReport): Promise<ReportView> {
  const [view] = await reportViews(em, [row]);
  if (!view) throw new Error(`the special report ${row.id} has no stream`);
  return view;
}

interface Known {
  readonly timeline: readonly TimelineEntry[];
  readonly titles: ReadonlyMap<string, string>;
  readonly words: (reference: { readonly id: string }) => string;
  readonly standing: ReportStanding;
}

function viewOf(row: SpecialReport, stream: Stream, { timeline, titles, words, standing }: Known): ReportView {
  const state = stream.state as ReportState;
  const instruction = timeline.find(({ type }) => type === 'InstructionGiven')?.texts['text'];
  return {
    reportId: row.id,
    caseNumber: row.caseNumber,
    caseTitle: titles.get(row.caseNumber) ?? '',
    cases: row.caseNumbers.map((caseNumber) => ({ caseNumber, title: titles.get(caseNumber) ?? '' })),
    revision: stream.revision,
    status: state.status,
    automatic: state.automatic,
    deputyMayorId: state.deputyMayorId,
    words: row.words,
    draftedAt: row.draftedAt.toISOString(),
    ...(row.number ? { number: row.number } : {}),
    ...(state.issuedAt ? { issuedAt: state.issuedAt } : {}),
    ...(row.folder ? { folder: row.folder } : {}),
    ...(state.deliverAt ? { deliverAt: state.deliverAt } : {}),
    ...(state.deliveredAt ? { deliveredAt: state.deliveredAt } : {}),
    ...(row.readAt ? { readAt: row.readAt.toISOString() } : {}),
    standing,
    ...(state.instructionBy ? { instructionBy: state.instructionBy } : {}),
    ...(state.dueAt ? { dueAt: state.dueAt } : {}),
    ...(instruction ? { instruction } : {}),
    parts: Object.values(state.parts).map((part) => ({
      id: part.id,
      unitId: part.unitId,
      text: words(part.text),
      dueAt: part.dueAt,
      status: statusOfPart(state, part),
      ...(part.doneAt ? { doneAt: part.doneAt } : {}),
      said: saidOf(timeline, part.id),
    })),
    ...(state.toldTo ? { toldTo: state.toldTo } : {}),
    ...(state.result ? { result: state.result } : {}),
    timeline: timeline.filter(({ type }) => type !== 'ReportDrafted' && type !== 'ReportRevised'),
  };
}
