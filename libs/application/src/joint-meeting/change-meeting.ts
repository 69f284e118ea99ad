import {
  decideMeeting,
  evolveMeeting,
  type CasePayloads,
  type CaseState,
  type EventEnvelope,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
} from '@hotline/domain';
import { lockStream, MeetingEntity, TextEntity, type Stream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeStream, type StreamShape } from '../ledger/change-stream.ts';
import { rulesOfVersion } from '../rules/rules.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** How a meeting is folded, and the row people list it by. */
export const MEETING: StreamShape<MeetingState> = {
  kind: 'meeting',
  evolve: (state, event) => evolveMeeting(state, event as MeetingEvent),
  async project({ em }, state, events) {
    const { meetingId: id, caseNumber, status, unitIds, settled, automatic } = state;
    const opened = (events as readonly MeetingEvent[]).find((event) => event.type === 'MeetingOpened');
    const facts = { status, startsAt: new Date(state.startsAt), settled: settled ?? null };
    if (!opened) return void (await em.nativeUpdate(MeetingEntity, { id }, facts));
    const place = opened.payload.place && (await em.findOne(TextEntity, { id: opened.payload.place.id }))?.words;
    await em.insert(MeetingEntity, { id, caseNumber, unitIds, automatic, place: place ?? null, ...facts });
  },
};

/** The case convened a meeting: its own stream begins, and the invitations go out. */
export async function openMeeting(
  transaction: Transaction,
  state: CaseState,
  { meetingId, unitIds, startsAt, automatic }: CasePayloads['MeetingConvened'],
  placeWords?: string,
): Promise<void> {
  const place = placeWords ? await transaction.text(meetingId, placeWords) : undefined;
  const command = {
    type: 'open',
    caseNumber: state.caseNumber,
    unitIds,
    startsAt,
    automatic,
    ...(place ? { place } : {}),
  } as const;
  await changeMeeting(transaction, { id: meetingId, row: null }, state.policyVersion, command);
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
  stream: { readonly id: string; readonly row: Stream | null },
  policyVersion: number,
  command: MeetingCommand,
): Promise<{ state: MeetingState; events: EventEnvelope[] }> {
  const rules = await rulesOfVersion(transaction.em, policyVersion);
  const state = stream.row?.state as MeetingState | undefined;
  const events = decideMeeting(state, command, { now: transaction.now, actor: transaction.actor, ...rules });
  return changeStream(transaction, MEETING, stream, events);
}
