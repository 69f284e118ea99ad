import type { EventEnvelope } from '../../ledger/event-envelope.ts';
import type { CaseState } from '../case-state.ts';
import type { EmergencyPayloads } from './emergency-event.ts';
import type { TransferState } from './emergency-state.ts';

type EventOf<Type extends keyof EmergencyPayloads> = EventEnvelope<Type, EmergencyPayloads[Type]>;
type Folds = {
  readonly [Type in keyof EmergencyPayloads]: (state: CaseState, event: EventOf<Type>) => CaseState;
};

function withTransfer(state: CaseState, id: string, change: Partial<TransferState>): CaseState {
  const transfer = state.transfers?.[id];
  if (!transfer) throw new Error(`no transfer ${id}`);
  return { ...state, transfers: { ...state.transfers, [id]: { ...transfer, ...change } } };
}

/** How a case folds what happens in emergencies and towards other authorities. */
export const EMERGENCY_FOLDS: Folds = {
  EmergencyTransferred: (state, { payload: { transferId: id, line, cause, transferredAt } }) => ({
    ...state,
    transfers: { ...state.transfers, [id]: { id, line, cause, transferredAt } },
  }),
  TransferReceipted: (state, { at, payload }) => withTransfer(state, payload.transferId, { receiptedAt: at }),
  TransferOutcomeRecorded: (state, { at, payload }) => withTransfer(state, payload.transferId, { outcomeAt: at }),
  HandOverReceipted: (state, { at }) => ({ ...state, handOver: { receiptedAt: at } }),
  EmergencyDeclared: (state, { at, payload: { terms } }) => {
    const assignments = { ...state.assignments };
    for (const { assignmentId, term, dueAt, provisional, acknowledgeBy } of terms) {
      const assignment = assignments[assignmentId];
      if (!assignment) throw new Error(`no assignment ${assignmentId}`);
      const change = { term, dueAt, provisional, aroundTheClock: true, ...(acknowledgeBy ? { acknowledgeBy } : {}) };
      assignments[assignmentId] = { ...assignment, ...change };
    }
    return { ...state, urgency: 'emergency', emergencySince: at, assignments };
  },
  UrgentReportRequired: (state, { payload: { happenedAt, reportBy } }) => ({
    ...state,
    urgentReport: { happenedAt, reportBy, sent: 0 },
  }),
  UrgentReportSent: (state, { payload: { happenedAt, reportNumber, nextAt } }) => ({
    ...state,
    urgentReport: { happenedAt, sent: reportNumber, ...(nextAt ? { reportBy: nextAt } : {}) },
  }),
  ResultReturned: (state, { payload: { returnedAt } }) => ({
    ...state,
    ...(state.handDown ? { handDown: { ...state.handDown, returnedAt } } : {}),
  }),
};
