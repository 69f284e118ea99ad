import type { Actor, Instant, ReportEvent, ReportState } from '@hotline/domain';
import { eventsAfter, StreamEntity, TextEntity, type ReportWords, type SpecialReport } from '@hotline/persistence';
import { timelineOf, type TimelineEntry } from '../case/timeline.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** A special report as people see it: its words, the instruction, and what followed. */
export interface ReportView {
  readonly reportId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly revision: number;
  readonly status: ReportState['status'];
  readonly automatic: boolean;
  readonly deputyMayorId: string;
  readonly words: ReportWords;
  readonly draftedAt: Instant;
  readonly instructionBy?: Instant;
  readonly dueAt?: Instant;
  readonly instruction?: string;
  readonly parts: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly text: string;
    readonly dueAt: Instant;
    readonly doneAt?: Instant;
  }[];
  readonly result?: ReportState['result'];
  readonly timeline: readonly TimelineEntry[];
}

export async function reportView(
  { em }: Pick<Transaction, 'em'> & { actor: Actor },
  row: SpecialReport,
): Promise<ReportView> {
  const stream = await em.findOneOrFail(StreamEntity, { id: row.id }, { refresh: true });
  const state = stream.state as ReportState;
  const events = (await eventsAfter(em, row.id)) as ReportEvent[];
  const timeline = await timelineOf({ em }, events);
  const instruction = timeline.find(({ type }) => type === 'InstructionGiven')?.texts.text;
  const parts = Object.values(state.parts);
  const texts = await em.find(
    TextEntity,
    { id: { $in: parts.map(({ text }) => text.id) } },
    { disableIdentityMap: true },
  );
  const wordsOf = new Map(texts.map(({ id, words }) => [id, words]));
  const [file] = await em.execute<{ title: string }[]>('select title from case_file where case_number = ?', [
    row.caseNumber,
  ]);
  return {
    reportId: row.id,
    caseNumber: row.caseNumber,
    caseTitle: file?.title ?? '',
    revision: stream.revision,
    status: state.status,
    automatic: state.automatic,
    deputyMayorId: state.deputyMayorId,
    words: row.words,
    draftedAt: row.draftedAt.toISOString(),
    ...(state.instructionBy ? { instructionBy: state.instructionBy } : {}),
    ...(state.dueAt ? { dueAt: state.dueAt } : {}),
    ...(instruction ? { instruction } : {}),
    parts: parts.map(({ id, unitId, text, dueAt, doneAt }) => ({
      id,
      unitId,
      text: wordsOf.get(text.id) ?? '',
      dueAt,
      ...(doneAt ? { doneAt } : {}),
    })),
    ...(state.result ? { result: state.result } : {}),
    timeline: timeline.filter(({ type }) => type !== 'ReportDrafted' && type !== 'ReportRevised'),
  };
}
