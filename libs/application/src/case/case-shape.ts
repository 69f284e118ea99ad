import {
  activeAssignments,
  evolveCase,
  nextAction,
  type AssignmentStatus,
  type CaseEvent,
  type CaseState,
  type EventEnvelope,
  type Instant,
} from '@hotline/domain';
import { CallbackEntity, CaseFileEntity, changeRows } from '@hotline/persistence';
import { registerDocuments } from '../document/number-documents.ts';
import { countUses } from '../knowledge/cite-articles.ts';
import { projectIntake } from '../intake/project-intake.ts';
import { tellCallers } from '../notice/tell-callers.ts';
import { projectQuality } from '../quality/project-quality.ts';
import type { StreamShape } from '../ledger/change-stream.ts';
import { recordDispatch } from '../dispatch/record-dispatch.ts';
import { noteLesson } from '../suggestion/learn-from-cases.ts';
import { noteUse } from '../suggestion/suggestion-use.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

export const dateOf = (instant: Instant | undefined): Date | null => (instant ? new Date(instant) : null);

/** How a case is folded, and the rows people list it by. A new case's file is written by who registers it. */
export const CASE: StreamShape<CaseState> = {
  kind: 'case',
  evolve: (state, event) => evolveCase(state, event as CaseEvent),
  async project(transaction, state, events, before) {
    if (!before) return;
    const { caseNumber } = state;
    const standing = standingOf(state, before, transaction.now);
    await changeRows(transaction.em, CaseFileEntity, standing, 'case_number = ?', [caseNumber]);
    await projectAssignments(transaction, state, before);
    await projectCallbacks(transaction, state, events);
    await recordDispatch(transaction, caseNumber, events as readonly CaseEvent[]);
    await projectQuality(transaction, state, events as readonly CaseEvent[]);
    await noteLesson(transaction, state, before);
    await noteUse(transaction, state, events as readonly CaseEvent[]);
    await projectIntake(transaction, state, before, events as readonly CaseEvent[]);
    await registerDocuments(transaction, state, events as readonly CaseEvent[]);
    await countUses(transaction, caseNumber, events as readonly CaseEvent[]);
    await tellCallers(transaction, state, events);
  },
};

const RUNNING: ReadonlySet<AssignmentStatus> = new Set(['waiting', 'working', 'suspended', 'return-pending']);

/** Where a case stands, as its file shows it in lists. */
export function standingOf(state: CaseState, before: CaseState | undefined, now: Instant) {
  const dues = activeAssignments(state)
    .filter(({ status }) => state.stage === 'assigned' && RUNNING.has(status))
    .map(({ dueAt }) => dueAt);
  const proposed = Object.values(state.proposals).flatMap(({ status, decideBy }) =>
    status === 'open' ? [decideBy] : [],
  );
  const next = nextAction(state);
  return {
    stage: state.stage,
    kind: state.kind,
    categoryId: state.categoryId,
    mergedInto: state.mergedInto ?? null,
    declinedFor: state.declinedFor ?? null,
    urgency: state.urgency,
    outcome: state.outcome ?? null,
    dueAt: earliest(dues),
    proposalBy: earliest(proposed),
    nextAt: dateOf(next?.at),
    nextRung: next ? `${next.subject}:${next.rung}` : null,
    // What still happens to a case that is closed, does not close it anew.
    ...(isEnded(state) ? (before && isEnded(before) ? {} : { closedAt: new Date(now) }) : { closedAt: null }),
  };
}

const earliest = (instants: readonly Instant[]): Date | null => dateOf(instants.toSorted()[0]);
const isEnded = ({ stage }: CaseState): boolean => stage === 'closed' || stage === 'declined' || stage === 'merged';

/** Only the assignments that have changed are written. */
async function projectAssignments({ em, now }: Transaction, state: CaseState, before: CaseState): Promise<void> {
  const rows = Object.values(state.assignments)
    .filter((assignment) => assignment !== before.assignments[assignment.id])
    .map((assignment) => ({
      case_number: state.caseNumber,
      id: assignment.id,
      unit_id: assignment.unitId,
      role: assignment.role,
      status: assignment.status,
      term: assignment.term,
      started_at: assignment.startedAt,
      acknowledge_by: assignment.acknowledgeBy,
      acknowledged_at: assignment.acknowledgedAt,
      due_at: assignment.dueAt,
      first_report_at: assignment.firstReportAt,
      feedback_at: assignment.feedbackAt,
      accepted_at: assignment.status === 'accepted' ? now : undefined,
      sub_desk_id: assignment.subDeskId,
    }));
  if (rows.length > 0) await em.execute(WRITE_ASSIGNMENTS, [JSON.stringify(rows)]);
}

/** An assignment that was accepted stays so since then; one that is worked on again is not accepted yet. */
const WRITE_ASSIGNMENTS = `
  insert into assignment select * from jsonb_populate_recordset(null::assignment, ?::jsonb)
  on conflict (case_number, id) do update set
    (unit_id, role, status, term, started_at, acknowledge_by, acknowledged_at, due_at, first_report_at, feedback_at,
     sub_desk_id) =
    (excluded.unit_id, excluded.role, excluded.status, excluded.term, excluded.started_at, excluded.acknowledge_by,
     excluded.acknowledged_at, excluded.due_at, excluded.first_report_at, excluded.feedback_at, excluded.sub_desk_id),
    accepted_at = case when excluded.status = 'accepted' then coalesce(assignment.accepted_at, excluded.accepted_at) end`;

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
