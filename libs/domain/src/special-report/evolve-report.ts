import { climb, NO_LADDERS } from '../ledger/ladder.ts';
import { standingAt } from '../ledger/standing-at.ts';
import { UnknownEvent } from '../ledger/unknown-event.ts';
import { AWAITED, type PartState, type ReportEvent, type ReportState } from './report-event.ts';

/** The report after one more event; throws on an unknown type. */
export function evolveReport(state: ReportState | undefined, event: ReportEvent): ReportState {
  return standingAt(fold(state, event), event);
}

function fold(state: ReportState | undefined, event: ReportEvent): ReportState {
  if (event.type === 'ReportDrafted') {
    const { rulesVersion, caseNumbers, deputyMayorId, text } = event.payload;
    const head = { number: event.number, hash: event.hash };
    return {
      reportId: event.stream,
      caseNumbers,
      deputyMayorId,
      head,
      rulesVersion,
      status: 'draft',
      text,
      automatic: false,
      parts: {},
      ladders: NO_LADDERS,
    };
  }
  if (!state) throw new Error(`a special report begins with ReportDrafted, not ${event.type}`);
  switch (event.type) {
    case 'ReportRevised':
      return { ...state, text: event.payload.text };
    case 'ReportCoverageChanged':
      return { ...state, caseNumbers: event.payload.caseNumbers };
    case 'ReportSubmitted': {
      const { automatic, instructionBy, deliverAt, number } = event.payload;
      return {
        ...state,
        status: 'submitted',
        automatic,
        ...(instructionBy ? { instructionBy } : {}),
        ...(deliverAt ? { deliverAt } : { deliveredAt: event.at }),
        issuedAt: event.at,
        ...(number ? { number } : {}),
      };
    }
    case 'ReportDelivered':
      return { ...state, instructionBy: event.payload.instructionBy, deliveredAt: event.at };
    case 'InstructionGiven': {
      const parts = Object.fromEntries(event.payload.parts.map((part) => [part.id, part]));
      return { ...state, status: 'instructed', dueAt: event.payload.dueAt, parts };
    }
    case 'FollowUpRecorded': {
      const { partId } = event.payload;
      const followed = { ...state, followedAt: event.at };
      return partId ? withPart(followed, partId, { doneAt: event.at }) : followed;
    }
    case 'PartReported': {
      const { partId, done } = event.payload;
      const followed = { ...state, followedAt: event.at };
      return done ? withPart(followed, partId, { reportedAt: event.at }) : followed;
    }
    case 'PartReviewed': {
      const { partId, accepted } = event.payload;
      if (accepted) return withPart(state, partId, { doneAt: event.at });
      const { reportedAt: _, ...part } = state.parts[partId] ?? {};
      const sentBack = (state.parts[partId]?.sentBack ?? 0) + 1;
      return { ...state, parts: { ...state.parts, [partId]: { ...part, sentBack } as PartState } };
    }
    case 'OpenInstructionDecided': {
      const { executiveId } = event.payload;
      return executiveId ? { ...state, toldTo: executiveId } : state;
    }
    case 'ReportEnded':
      return { ...state, status: 'ended', result: event.payload.result };
    case 'DeadlinesMoved': {
      const awaited = event.payload.waits.find(({ subject }) => subject === AWAITED);
      return awaited ? { ...state, instructionBy: awaited.to } : state;
    }
    case 'RungActed':
      return { ...state, ladders: climb(state.ladders, event.payload) };
    default:
      throw new UnknownEvent(event);
  }
}

function withPart(state: ReportState, partId: string, facts: Partial<PartState>): ReportState {
  const part = state.parts[partId];
  return part ? { ...state, parts: { ...state.parts, [partId]: { ...part, ...facts } } } : state;
}
