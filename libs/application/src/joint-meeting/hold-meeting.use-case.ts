import type { Instant } from '@hotline/domain';
import { UnitEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { MeetingView } from './meeting-view.ts';
import { onMeeting } from './on-meeting.ts';

export interface HoldMeetingInput {
  readonly meetingId: string;
  readonly settled: boolean;
  /** 会议纪要 */
  readonly minutes: string;
  readonly attendedUnitIds: readonly string[];
  readonly resolutions: readonly { readonly unitId: string; readonly text: string; readonly dueAt: Instant }[];
}

/** A meeting was held: minutes, attendance, resolutions with owners and terms. Unsettled, a special report is proposed. */
export function holdMeeting(context: UseCaseContext, input: HoldMeetingInput): Promise<MeetingView> {
  const { meetingId } = input;
  return onMeeting(
    context,
    meetingId,
    async ({ em, text }) => {
      const resolutions = [];
      for (const { unitId, text: words, dueAt } of input.resolutions) {
        if (!(await em.count(UnitEntity, { id: unitId, active: true }))) throw new AppError('unit.unknown', { unitId });
        resolutions.push({ unitId, dueAt, text: await text(meetingId, words) });
      }
      const { settled, attendedUnitIds } = input;
      return { type: 'hold', settled, attendedUnitIds, resolutions, minutes: await text(meetingId, input.minutes) };
    },
    () => ({ type: 'end-meeting', meetingId, result: input.settled ? 'settled' : 'unsettled' }),
  );
}
