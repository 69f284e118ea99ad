import type { Instant } from '@hotline/domain';
import { ensureUnit } from '../organisation/known.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { MeetingView } from './meeting-view.ts';
import { onMeeting } from './on-meeting.ts';

export interface HoldMeetingInput {
  readonly meetingId: string;
  readonly settled: boolean;
  /** 会议纪要 */
  readonly minutes: string;
  readonly attendedUnitIds: readonly string[];
  /** Who came for a unit, and in whose place. */
  readonly substitutes?: readonly { readonly unitId: string; readonly person: string; readonly inPlaceOf: string }[];
  /** What was left open, where it was not settled: a second meeting takes it up. */
  readonly unsettled?: readonly string[];
  /** The room, where it was another than announced. */
  readonly place?: string;
  readonly resolutions: readonly { readonly unitId: string; readonly text: string; readonly dueAt: Instant }[];
}

/**
 * A meeting was held: minutes under a number, attendance, resolutions with owners and terms. Unsettled, a second
 * meeting is proposed, and after that a special report. Errors: unit.unknown, meeting.substitute-absent,
 * meeting.settled-with-points, resolution.due-in-past.
 */
export function holdMeeting(context: UseCaseContext, input: HoldMeetingInput): Promise<MeetingView> {
  const { meetingId, settled, attendedUnitIds, place } = input;
  return onMeeting(
    context,
    meetingId,
    async (transaction) => {
      const { text } = transaction;
      return {
        type: 'hold',
        settled,
        attendedUnitIds,
        minutes: await text(meetingId, input.minutes),
        substitutes: await substitutesOf(transaction, input),
        unsettled: await pointsOf(transaction, input),
        resolutions: await resolutionsOf(transaction, input),
        ...(place ? { place: await text(meetingId, place) } : {}),
      };
    },
    ({ unitIds }) => ({ type: 'end-meeting', meetingId, result: settled ? 'settled' : 'unsettled', unitIds }),
  );
}

async function resolutionsOf({ em, text }: Transaction, { meetingId, resolutions }: HoldMeetingInput) {
  const made = [];
  for (const { unitId, text: words, dueAt } of resolutions) {
    await ensureUnit(em, unitId);
    made.push({ unitId, dueAt, text: await text(meetingId, words) });
  }
  return made;
}

async function pointsOf({ text }: Transaction, { meetingId, unsettled = [] }: HoldMeetingInput) {
  const points = [];
  for (const point of unsettled) points.push(await text(meetingId, point));
  return points;
}

async function substitutesOf({ text }: Transaction, { meetingId, substitutes = [] }: HoldMeetingInput) {
  const came = [];
  for (const { unitId, person, inPlaceOf } of substitutes)
    came.push({ unitId, person: await text(meetingId, person), inPlaceOf: await text(meetingId, inPlaceOf) });
  return came;
}
