import type { Instant } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { MeetingView } from './meeting-view.ts';
import { onMeeting } from './on-meeting.ts';

export interface AnswerPollInput {
  readonly meetingId: string;
  /** For whom the center answers, as it was told by phone; a unit answers for itself. */
  readonly unitId?: string;
  /** Which of the proposed times suit; none of them may. */
  readonly suits: readonly Instant[];
  readonly text?: string;
}

/** A unit answers which of the proposed times of a meeting suit it. Errors: meeting.unit-missing, the domain's. */
export function answerPoll(context: UseCaseContext, input: AnswerPollInput): Promise<MeetingView> {
  const { meetingId, suits } = input;
  return onMeeting(context, meetingId, async ({ text, actor }) => {
    const unitId = input.unitId ?? actor.unitId;
    if (!unitId) throw new AppError('meeting.unit-missing');
    const said = input.text ? { text: await text(meetingId, input.text) } : {};
    return { type: 'answer-poll', unitId, suits, ...said };
  });
}
