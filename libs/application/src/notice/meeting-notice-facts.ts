import type { MeetingEvent, MeetingState } from '@hotline/domain';
import { MeetingEntity, NoticeEntity, type Notice } from '@hotline/persistence';
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

/** Everybody the meeting's invitation went to. */
async function attendeesOf({ em }: NoticeSource, { meetingId }: MeetingState) {
  const invited = await em.find(
    NoticeEntity,
    { stream: meetingId, kind: 'meeting-invitation' },
    { orderBy: { key: 'asc' }, disableIdentityMap: true },
  );
  return invited.map(({ recipientName: name, address }) => ({ name, ...(address ? { address } : {}) }));
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
