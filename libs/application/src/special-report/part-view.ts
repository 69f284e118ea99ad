import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Instant, ReportState } from '@hotline/domain';
import { eventsOfStreams, findStreams, type InstructionPart } from '@hotline/persistence';
import { timelineOf, type TimelineEntry } from '../case/timeline.ts';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
import { namesOfPeople } from '../organisation/names.ts';
import { titlesOf } from './paper-of-report.ts';
import type { PartStatus } from './project-parts.ts';

/** What was said of a part: how far it is, that it is done, that the center accepts it or sends it back. */
export interface PartWord {
  readonly at: Instant;
  readonly byName: string;
  readonly kind: 'progress' | 'done' | 'accepted' | 'sent-back';
  readonly text?: string;
}

/** 批示分工 as its unit sees it: the instruction and its own part of it, nothing of the report. */
export interface InstructionPartView {
  readonly reportId: string;
  readonly partId: string;
  readonly revision: number;
  readonly cases: readonly { readonly caseNumber: string; readonly title: string }[];
  readonly deputyMayorName: string;
  readonly instruction: string;
  readonly unitId: string;
  readonly text: string;
  readonly dueAt: Instant;
  readonly status: PartStatus;
  readonly doneAt?: Instant;
  /** The last word last. */
  readonly said: readonly PartWord[];
}

/** Parts of instructions as their unit sees them, in the order of the rows. */
export async function partViews(
  em: SqlEntityManager,
  rows: readonly InstructionPart[],
): Promise<InstructionPartView[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ reportId }) => reportId))];
  const streams = new Map((await findStreams(em, ids)).map((stream) => [stream.id, stream]));
  const events = await eventsOfStreams(em, ids);
  const timeline = await timelineOf({ em }, events);
  const states = [...streams.values()].map(({ state }) => state as ReportState);
  const words = await wordsOfTexts(
    em,
    states.flatMap(({ parts }) => Object.values(parts).map(({ text }) => text)),
  );
  const titles = await titlesOf(
    em,
    states.flatMap(({ caseNumbers }) => caseNumbers),
  );
  const nameOf = await namesOfPeople(
    em,
    states.map(({ deputyMayorId }) => deputyMayorId),
  );
  return rows.flatMap(({ reportId, partId, unitId, status }): InstructionPartView[] => {
    const stream = streams.get(reportId);
    const state = stream?.state as ReportState | undefined;
    const part = state?.parts[partId];
    if (!stream || !state || !part) return [];
    const own = timeline.filter((_, index) => events[index]?.stream === reportId);
    return [
      {
        reportId,
        partId,
        revision: stream.revision,
        cases: titles.filter(({ caseNumber }) => state.caseNumbers.includes(caseNumber)),
        deputyMayorName: nameOf(state.deputyMayorId) ?? state.deputyMayorId,
        instruction: own.find(({ type }) => type === 'InstructionGiven')?.texts['text'] ?? '',
        unitId,
        text: words(part.text),
        dueAt: part.dueAt,
        status,
        ...(part.doneAt ? { doneAt: part.doneAt } : {}),
        said: saidOf(own, partId),
      },
    ];
  });
}

/** What was said of a part, as the ledger has it. */
export function saidOf(timeline: readonly TimelineEntry[], partId: string): PartWord[] {
  return timeline.flatMap(({ type, payload, at, byName, texts }): PartWord[] => {
    if (payload['partId'] !== partId) return [];
    const text = texts['text'] ? { text: texts['text'] } : {};
    if (type === 'PartReported') return [{ at, byName, kind: payload['done'] === true ? 'done' : 'progress', ...text }];
    if (type !== 'PartReviewed') return [];
    return [{ at, byName, kind: payload['accepted'] === true ? 'accepted' : 'sent-back', ...text }];
  });
}
