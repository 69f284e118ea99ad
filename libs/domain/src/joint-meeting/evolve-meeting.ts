import { climb, NO_LADDERS } from '../ledger/ladder.ts';
import { standingAt } from '../ledger/standing-at.ts';
import { UnknownEvent } from '../ledger/unknown-event.ts';
import type { MeetingEvent } from './meeting-event.ts';
import type { MeetingState } from './meeting-state.ts';

/** The meeting after one more event; throws on an unknown type. */
export function evolveMeeting(state: MeetingState | undefined, event: MeetingEvent): MeetingState {
  return standingAt(fold(state, event), event);
}

function fold(state: MeetingState | undefined, event: MeetingEvent): MeetingState {
  if (event.type === 'MeetingOpened') {
    const { ladders: _, effects: __, place: ___, poll, ...facts } = event.payload;
    const head = { number: event.number, hash: event.hash };
    return {
      ...facts,
      meetingId: event.stream,
      head,
      status: 'convened',
      sequence: 0,
      resolutions: {},
      ...(poll ? { poll: { ...poll, answers: {} } } : {}),
      ladders: NO_LADDERS,
    };
  }
  if (!state) throw new Error(`a meeting begins with MeetingOpened, not ${event.type}`);
  switch (event.type) {
    case 'MeetingRescheduled':
      return { ...state, startsAt: event.payload.startsAt, sequence: event.payload.sequence };
    case 'PollAnswered': {
      if (!state.poll) throw new Error('an answer to no poll');
      const { unitId, suits } = event.payload;
      return { ...state, poll: { ...state.poll, answers: { ...state.poll.answers, [unitId]: suits } } };
    }
    case 'MeetingTimeFixed': {
      const { startsAt } = event.payload;
      return { ...state, startsAt, ...(state.poll ? { poll: { ...state.poll, fixed: true } } : {}) };
    }
    case 'MeetingHeld': {
      const resolutions = Object.fromEntries(
        event.payload.resolutions.map((resolution) => [resolution.id, resolution]),
      );
      return { ...state, status: 'held', settled: event.payload.settled, resolutions };
    }
    case 'MeetingCancelled':
      return { ...state, status: 'cancelled', sequence: state.sequence + 1 };
    case 'ResolutionDone': {
      const resolution = state.resolutions[event.payload.resolutionId];
      if (!resolution) throw new Error(`no resolution ${event.payload.resolutionId}`);
      const done = { ...resolution, doneAt: event.at };
      return { ...state, resolutions: { ...state.resolutions, [resolution.id]: done } };
    }
    case 'DeadlinesMoved':
      return state;
    case 'RungActed':
      return { ...state, ladders: climb(state.ladders, event.payload) };
    default:
      throw new UnknownEvent(event);
  }
}
