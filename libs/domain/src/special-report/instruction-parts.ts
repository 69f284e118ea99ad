import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import { entryOf } from '../entry.ts';
import type { Effect } from '../ledger/effect.ts';
import { event, inStatus, wait, type ReportCommandOf } from './report-decision.ts';
import { partLadder, reviewLadder, type NewReportEvent, type PartState, type ReportState } from './report-event.ts';

/** 跟踪追办, by the center; a part named is done. */
export function followUp(state: ReportState, { text, partId }: ReportCommandOf<'follow-up'>): NewReportEvent[] {
  inStatus(state, 'instructed');
  if (partId === undefined) return [event('FollowUpRecorded', { text })];
  undone(state, partId);
  const drop = [partLadder(partId), reviewLadder(partId)];
  return [event('FollowUpRecorded', { text, partId }, { ladders: { drop } })];
}

/** A unit reports on its own part: how far it is, or that it is done; then it is reminded no more, and the center looks at it. */
export function reportPart(
  state: ReportState,
  { partId, text, done }: ReportCommandOf<'report-part'>,
  context: DecisionContext,
): NewReportEvent[] {
  inStatus(state, 'instructed');
  const part = undone(state, partId);
  ensure(!part.reportedAt, 'instruction.part-reported-before', { partId });
  if (!done) return [event('PartReported', { partId, text, done })];
  const subject = reviewLadder(partId);
  const due = context.time.add(context.now, context.policy.waits.partReview).at;
  const set = [wait('part-review', { subject, term: termOf(part), due }, context)];
  const effects: Effect[] = [{ code: 'task:part-review:supervision', subject, unitId: part.unitId, due }];
  return [event('PartReported', { partId, text, done }, { ladders: { drop: [partLadder(partId)], set }, effects })];
}

/** The center accepts what a unit reported as done, or sends it back: then the part runs on, by the due that it had. */
export function reviewPart(
  state: ReportState,
  { partId, accepted, text }: ReportCommandOf<'review-part'>,
  context: DecisionContext,
): NewReportEvent[] {
  inStatus(state, 'instructed');
  const part = undone(state, partId);
  ensure(part.reportedAt, 'instruction.part-not-reported', { partId });
  ensure(accepted || text, 'instruction.part-reason-missing');
  const facts = { partId, accepted, ...(text ? { text } : {}) };
  const drop = [reviewLadder(partId)];
  if (accepted) return [event('PartReviewed', facts, { ladders: { drop } })];
  const { unitId, dueAt: due } = part;
  const subject = partLadder(partId);
  const set = [wait('instruction-part', { subject, term: termOf(part) + 1, due }, context)];
  const effects: Effect[] = [{ code: 'notice:part-sent-back:head', subject, unitId, due }];
  return [event('PartReviewed', facts, { ladders: { drop, set }, effects })];
}

/** Rises each time a part is sent back. */
const termOf = ({ sentBack = 0 }: PartState): number => 1 + sentBack;

function undone(state: ReportState, partId: string): PartState {
  const part = entryOf(state.parts, partId);
  ensure(part, 'instruction.part-not-found', { partId });
  ensure(!part.doneAt, 'instruction.part-done-before', { partId });
  return part;
}
