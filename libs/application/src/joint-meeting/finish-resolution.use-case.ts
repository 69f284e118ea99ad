import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { MeetingView } from './meeting-view.ts';
import { onMeeting } from './on-meeting.ts';

export interface FinishResolutionInput {
  readonly meetingId: string;
  readonly resolutionId: string;
  readonly text: string;
}

/** What a meeting resolved is done. A unit finishes its own resolutions; the center any. */
export function finishResolution(context: UseCaseContext, input: FinishResolutionInput): Promise<MeetingView> {
  return onMeeting(context, input.meetingId, async ({ text }) => ({
    type: 'finish-resolution',
    resolutionId: input.resolutionId,
    text: await text(input.meetingId, input.text),
  }));
}
