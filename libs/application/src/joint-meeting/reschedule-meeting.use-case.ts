import type { Instant } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { MeetingView } from './meeting-view.ts';
import { onMeeting } from './on-meeting.ts';

export interface RescheduleMeetingInput {
  readonly meetingId: string;
  readonly startsAt: Instant;
  readonly text: string;
  /** Another room, where it changes too. */
  readonly place?: string;
}

/** Another time for a meeting, and where need be another room; the invitations are updated. */
export function rescheduleMeeting(context: UseCaseContext, input: RescheduleMeetingInput): Promise<MeetingView> {
  const { meetingId, startsAt, place } = input;
  return onMeeting(context, meetingId, async ({ text }) => ({
    type: 'reschedule',
    startsAt,
    text: await text(meetingId, input.text),
    ...(place ? { place: await text(meetingId, place) } : {}),
  }));
}
