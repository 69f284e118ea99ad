import {
  activeAssignments,
  evolveCase,
  nextAction,
  type CaseEvent,
  type CaseState,
  type EventEnvelope,
  type Instant,
} from '@hotline/domain';
import { AssignmentEntity, CallbackEntity, CaseFileEntity } from '@hotline/persistence';
import type { StreamShape } from '../ledger/change-stream.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

export const dateOf = (instant: Instant | undefined): Date | null => (instant ? new Date(instant) : null);

/** How a case is folded, and the rows people list it by. */
export const CASE: StreamShape<CaseState> = {
  kind: 'case',
  evolve: (state, event) => evolveCase(state, event as CaseEvent),
  async project(transaction, state, events) {
    await projectFile(transaction, state);
    await projectAssignments(transaction, state, events as readonly CaseEvent[]);
    await projectCallbacks(transaction, state, events as readonly CaseEvent[]);
  },
};

const RUNNING = new Set(['waiting', 'working', 'suspended', 'return-pending']);

async function projectFile({ em, now }: Transaction, state: CaseState): Promise<void> {
  const dues = activeAssignments(state)
    .filter(({ status }) => state.stage === 'assigned' && RUNNING.has(status))
    .map(({ dueAt }) => dueAt)
    .sort();
  const next = nextAction(state);
  const ended = state.stage === 'closed' || state.stage === 'declined';
  await em.nativeUpdate(
    CaseFileEntity,
    { caseNumber: state.caseNumber },
    {
      stage: state.stage,
      urgency: state.urgency,
      outcome: state.outcome ?? null,
      dueAt: dateOf(dues[0]),
      nextAt: dateOf(next?.at),
      nextRung: next ? `${next.subject}:${next.rung}` : null,
      closedAt: ended ? new Date(now) : null,
    },
  );
}

/** Only the assignments that these events touched are written. */
async function projectAssignments({ em }: Transaction, state: CaseState, events: readonly CaseEvent[]): Promise<void> {
  const touched = new Set(events.flatMap(assignmentsOf));
  const accepted = new Set(
    events.flatMap((event) =>
      event.type === 'FeedbackReviewed' && event.payload.accepted ? [event.payload.assignmentId] : [],
    ),
  );
  const rows = Object.values(state.assignments)
    .filter(({ id }) => touched.has(id))
    .map((assignment) => ({
      caseNumber: state.caseNumber,
      id: assignment.id,
      unitId: assignment.unitId,
      role: assignment.role,
      status: assignment.status,
      term: assignment.term,
      startedAt: new Date(assignment.startedAt),
      acknowledgeBy: new Date(assignment.acknowledgeBy),
      acknowledgedAt: dateOf(assignment.acknowledgedAt),
      dueAt: new Date(assignment.dueAt),
      firstReportAt: dateOf(assignment.firstReportAt),
      feedbackAt: dateOf(assignment.feedbackAt),
      ...(accepted.has(assignment.id) ? { acceptedAt: new Date(events.at(-1)?.at ?? assignment.dueAt) } : {}),
    }));
  if (rows.length > 0) await em.upsertMany(AssignmentEntity, rows);
}

function assignmentsOf({ payload }: CaseEvent): string[] {
  if ('assignments' in payload) return payload.assignments.map(({ assignmentId }) => assignmentId);
  if ('terms' in payload) return payload.terms.map(({ assignmentId }) => assignmentId);
  return 'assignmentId' in payload && payload.assignmentId ? [payload.assignmentId] : [];
}

async function projectCallbacks(
  { em }: Transaction,
  state: CaseState,
  events: readonly EventEnvelope[],
): Promise<void> {
  for (const event of events as readonly CaseEvent[]) {
    if (event.type !== 'CallbackRecorded') continue;
    const { callbackNumber: number, result, contactedByUnit, solved, satisfaction } = event.payload;
    await em.insert(CallbackEntity, {
      caseNumber: state.caseNumber,
      number,
      at: new Date(event.at),
      result,
      contactedByUnit: contactedByUnit ?? null,
      solved: solved ?? null,
      satisfaction: satisfaction ?? null,
    });
  }
}
