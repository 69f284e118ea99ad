import { documentNumberOf, type MeetingEvent, type MeetingPayloads, type MeetingState } from '@hotline/domain';
import { MeetingEntity, NoticeEntity, type Notice } from '@hotline/persistence';
import { unsettledPoints } from '../joint-meeting/unsettled-points.ts';
import { eventOf, type NoticeSource } from './notice-source.ts';

/** What an invitation, its update, its cancellation and its reminder say. */
export async function meetingFacts(source: NoticeSource, notice: Notice) {
  const state = source.streamState as MeetingState;
  const event = eventOf(source, notice) as MeetingEvent | undefined;
  const meeting = await source.em.findOneOrFail(MeetingEntity, { id: state.meetingId }, { disableIdentityMap: true });
  const said =
    event?.type === 'MeetingRescheduled' || event?.type === 'MeetingCancelled' ? source.words(event.payload.text) : '';
  return {
    caseNumber: source.caseNumber,
    title: source.title,
    ...(notice.unitId ? { unitName: source.unitName(notice.unitId) } : {}),
    automatic: state.automatic,
    ...(state.follows
      ? { unsettled: (await unsettledPoints(source.em, [state.follows])).get(state.follows) ?? [] }
      : {}),
    text: said,
    meeting: {
      meetingId: state.meetingId,
      startsAt: state.startsAt,
      ...(meeting.place ? { place: meeting.place } : {}),
      sequence: state.sequence,
      organiser: source.organiser,
      attendees: await attendeesOf(source, state),
    },
  };
}

/** What the question says which times suit. */
export async function pollFacts(source: NoticeSource, notice: Notice) {
  const { poll, startsAt } = source.streamState as MeetingState;
  return { ...(await meetingFacts(source, notice)), times: poll?.times ?? [], due: poll?.answerBy ?? startsAt };
}

/** What a cancellation says; one whose time was still being asked for has no calendar entry to take back. */
export async function cancellationFacts(source: NoticeSource, notice: Notice) {
  const { poll } = source.streamState as MeetingState;
  return { ...(await meetingFacts(source, notice)), polling: poll !== undefined && !poll.fixed };
}

/** Everybody the meeting's invitation went to; before it went out, everybody who was asked for a time. */
async function attendeesOf({ em }: NoticeSource, { meetingId }: MeetingState) {
  const sent = await em.find(
    NoticeEntity,
    { stream: meetingId, kind: { $in: ['meeting-invitation', 'meeting-poll'] } },
    { orderBy: { key: 'asc' }, disableIdentityMap: true },
  );
  const invited = sent.filter(({ kind }) => kind === 'meeting-invitation');
  return (invited.length > 0 ? invited : sent).map(({ recipientName: name, address }) => ({
    name,
    ...(address ? { address } : {}),
  }));
}

/** What the notice says that brings the minutes. */
export function minutesFacts(source: NoticeSource, notice: Notice) {
  const held = eventOf(source, notice)?.payload as Partial<MeetingPayloads['MeetingHeld']> | undefined;
  const { meetingId, startsAt } = source.streamState as MeetingState;
  return {
    caseNumber: source.caseNumber,
    title: source.title,
    unitName: source.unitName(notice.unitId),
    meetingId,
    documentNumber: documentNumberOf('minutes', held?.number),
    heldAt: startsAt,
    settled: held?.settled ?? false,
    own: (held?.resolutions ?? []).filter(({ unitId }) => unitId === notice.unitId).length,
    attended: held?.attendedUnitIds?.includes(notice.unitId ?? '') ?? false,
  };
}

/** What a resolution's owner is told. */
export function resolutionFacts(source: NoticeSource, notice: Notice) {
  const state = source.streamState as MeetingState;
  const resolution = state.resolutions[notice.subject.replace('resolution/', '')];
  if (!resolution) throw new Error(`notice ${notice.key} is about no resolution`);
  return {
    caseNumber: source.caseNumber,
    title: source.title,
    unitName: source.unitName(resolution.unitId),
    meetingId: state.meetingId,
    text: source.words(resolution.text),
    due: resolution.dueAt,
  };
}
