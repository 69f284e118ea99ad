import type { Instant } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { MeetingView } from './meeting-view.ts';
import { onMeeting } from './on-meeting.ts';

export interface RescheduleMeetingInput {
  readonly meetingId: string;
  readonly startsAt: Instant;
  readonly text: string;
}

/** Another time for a meeting; the invitations are updated. */
export function rescheduleMeeting(context: UseCaseContext, input: RescheduleMeetingInput): Promise<MeetingView> {
  return onMeeting(context, input.meetingId, async ({ text }) => ({
    type: 'reschedule',
    startsAt: input.startsAt,
    text: await text(input.meetingId, input.text),
  }));
}
