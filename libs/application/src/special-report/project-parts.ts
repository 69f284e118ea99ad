import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PartState, ReportEvent, ReportState } from '@hotline/domain';
import { insertRows, InstructionPartEntity } from '@hotline/persistence';
import { dateOf } from '../case/case-shape.ts';

/** Of a part of an instruction: to be done, reported as done, done; over when the report ended first. */
export type PartStatus = 'open' | 'reported' | 'done' | 'over';

export function statusOfPart({ status }: Pick<ReportState, 'status'>, { doneAt, reportedAt }: PartState): PartStatus {
  if (doneAt) return 'done';
  if (status === 'ended') return 'over';
  return reportedAt ? 'reported' : 'open';
}

const TOUCHES_PARTS: ReadonlySet<ReportEvent['type']> = new Set([
  'FollowUpRecorded',
  'PartReported',
  'PartReviewed',
  'ReportEnded',
]);

/** Brings the rows that units list their parts by up to date. */
export async function projectParts(
  em: SqlEntityManager,
  state: ReportState,
  events: readonly ReportEvent[],
): Promise<void> {
  const { reportId } = state;
  const parts = Object.values(state.parts);
  const factsOf = (part: PartState) => ({
    status: statusOfPart(state, part),
    reportedAt: dateOf(part.reportedAt),
    doneAt: dateOf(part.doneAt),
  });
  if (events.some(({ type }) => type === 'InstructionGiven'))
    return insertRows(
      em,
      InstructionPartEntity,
      parts.map((part) => {
        const { id: partId, unitId, dueAt } = part;
        return { reportId, partId, unitId, dueAt: new Date(dueAt), ...factsOf(part) };
      }),
    );
  if (events.some(({ type }) => TOUCHES_PARTS.has(type)))
    for (const part of parts)
      await em.nativeUpdate(InstructionPartEntity, { reportId, partId: part.id }, factsOf(part));
  return undefined;
}
