import type { Instant } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { MeetingView } from './meeting-view.ts';
import { onMeeting } from './on-meeting.ts';

export interface FixMeetingTimeInput {
  readonly meetingId: string;
  readonly startsAt: Instant;
}

/** The center takes one of the times it asked for; the invitations go out. */
export function fixMeetingTime(
  context: UseCaseContext,
  { meetingId, startsAt }: FixMeetingTimeInput,
): Promise<MeetingView> {
  return onMeeting(context, meetingId, () => Promise.resolve({ type: 'fix-time', startsAt }));
}
