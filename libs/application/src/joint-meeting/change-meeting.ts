import {
  decideMeeting,
  evolveMeeting,
  type CasePayloads,
  type CaseState,
  type Instant,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
} from '@hotline/domain';
import { lockStream, MeetingEntity, type Stream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { kindOfOnlyPaper, numberPapers, registerOnlyPaper } from '../document/number-documents.ts';
import { changeStream, type Changed, type StreamShape } from '../ledger/change-stream.ts';
import { rulesOfVersion } from '../rules/rules.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** How a meeting is folded, and the row people list it by. */
export const MEETING: StreamShape<MeetingState> = {
  kind: 'meeting',
  evolve: (state, event) => evolveMeeting(state, event as MeetingEvent),
  async project({ em, wordsOf }, state, events, before) {
    const { meetingId: id, caseNumber, status, settled, automatic } = state;
    const owners = Object.values(state.resolutions).map(({ unitId }) => unitId);
    const facts = {
      status,
      unitIds: [...new Set([...state.unitIds, ...owners])],
      startsAt: new Date(state.startsAt),
      settled: settled ?? null,
    };
    const happened = events as readonly MeetingEvent[];
    const place = happened
      .flatMap(({ payload }) => ('place' in payload && payload.place ? [payload.place] : []))
      .at(-1);
    await registerOnlyPaper({ em }, id, happened);
    const room = place ? { place: wordsOf(place) } : {};
    if (before) return void (await em.nativeUpdate(MeetingEntity, { id }, { ...facts, ...room }));
    await em.insert(MeetingEntity, { id, caseNumber, automatic, place: null, ...room, ...facts });
  },
};

/** What is given with a meeting beside the case's own event. */
export interface MeetingGiven {
  readonly place?: string;
  /** Other times than the first, among which the units choose. */
  readonly otherTimes?: readonly Instant[];
}

/** The case convened a meeting: its own stream begins, and the invitations go out. */
export async function openMeeting(
  transaction: Transaction,
  state: CaseState,
  { meetingId, unitIds, startsAt, automatic, follows }: CasePayloads['MeetingConvened'],
  { place: placeWords, otherTimes }: MeetingGiven,
): Promise<void> {
  const place = placeWords ? await transaction.text(meetingId, placeWords) : undefined;
  const command = {
    type: 'open',
    caseNumber: state.caseNumber,
    unitIds,
    startsAt,
    automatic,
    ...(place ? { place } : {}),
    ...(otherTimes ? { otherTimes } : {}),
    ...(follows ? { follows } : {}),
  } as const;
  await changeMeeting(transaction, { id: meetingId }, state.policyVersion, command);
}

/** Locks a meeting. The case it belongs to is locked before. Errors: meeting.not-found. */
export async function lockMeeting({ em }: Transaction, meetingId: string): Promise<Stream & { state: MeetingState }> {
  const row = await lockStream(em, meetingId);
  if (!row || row.kind !== 'meeting') throw new AppError('meeting.not-found');
  return row as Stream & { state: MeetingState };
}

/** Decides a command on a locked meeting, or on one that is to begin. */
export async function changeMeeting(
  transaction: Transaction,
  stream: { readonly id: string; readonly row?: Stream },
  policyVersion: number,
  command: MeetingCommand,
): Promise<Changed<MeetingState>> {
  const rules = await rulesOfVersion(transaction.em, policyVersion);
  const state = stream.row?.state as MeetingState | undefined;
  const decided = decideMeeting(state, command, { now: transaction.now, actor: transaction.actor, ...rules });
  const events = await numberPapers(transaction, stream.id, decided, kindOfOnlyPaper);
  return changeStream(transaction, MEETING, stream, events);
}
