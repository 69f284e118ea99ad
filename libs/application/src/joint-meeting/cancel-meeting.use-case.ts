import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { MeetingView } from './meeting-view.ts';
import { onMeeting } from './on-meeting.ts';

export interface CancelMeetingInput {
  readonly meetingId: string;
  readonly text: string;
}

/** A meeting is called off; the invitations are cancelled. */
export function cancelMeeting(context: UseCaseContext, input: CancelMeetingInput): Promise<MeetingView> {
  const { meetingId } = input;
  return onMeeting(
    context,
    meetingId,
    async ({ text }) => ({ type: 'cancel', text: await text(meetingId, input.text) }),
    () => ({ type: 'end-meeting', meetingId, result: 'cancelled' }),
  );
}
