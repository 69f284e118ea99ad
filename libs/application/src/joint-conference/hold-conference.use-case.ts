import {
  entryOf,
  type ConferenceDecision,
  type ConferenceResolution,
  type Instant,
  type ItemDecision,
  type ResolutionWay,
} from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { changeCase } from '../case/change-case.ts';
import { ensureUnit } from '../organisation/known.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { ConferenceView } from './conference-view.ts';
import { onConference, type LockedConference } from './on-conference.ts';

export interface DecidedItem {
  readonly itemId: string;
  readonly decision: ConferenceDecision;
  readonly text: string;
  /** 会办: the units of the joint meeting of its case, and when. */
  readonly meeting?: { readonly unitIds: readonly string[]; readonly startsAt: Instant; readonly place?: string };
  /** 联办, 协办: who does what until when; beside a joint meeting too. */
  readonly resolutions?: readonly {
    readonly unitId: string;
    readonly way: ResolutionWay;
    readonly text: string;
    readonly dueAt: Instant;
  }[];
}

export interface HoldConferenceInput {
  readonly conferenceId: string;
  /** 会议纪要 */
  readonly minutes: string;
  readonly attendedMemberIds: readonly string[];
  /** Who came for a member, and in whose place. */
  readonly substitutes?: readonly { readonly memberId: string; readonly person: string; readonly inPlaceOf: string }[];
  /** Of every item of the agenda, once. */
  readonly decisions: readonly DecidedItem[];
}

/**
 * A session was held: minutes under a number, attendance, what was decided of each item. A joint meeting is convened of
 * its case at once; what was decided stands in every case of the agenda too, in the same transaction.
 * Errors: unit.unknown, conference.meeting-missing, conference.meeting-not-decided,
 * conference.meeting-without-case, those of the case and the domain.
 */
export function holdConference(context: UseCaseContext, input: HoldConferenceInput): Promise<ConferenceView> {
  const { conferenceId } = input;
  const toCommand = async (transaction: Transaction, locked: LockedConference) => {
    const { text } = transaction;
    const decisions: ItemDecision[] = [];
    const resolutions: Omit<ConferenceResolution, 'id'>[] = [];
    for (const item of input.decisions) {
      const meetingId = await tellCase(transaction, locked, conferenceId, item);
      const { itemId, decision } = item;
      decisions.push({
        itemId,
        decision,
        text: await text(conferenceId, item.text),
        ...(meetingId ? { meetingId } : {}),
      });
      for (const { unitId, way, text: words, dueAt } of item.resolutions ?? []) {
        await ensureUnit(transaction.em, unitId);
        resolutions.push({ itemId, unitId, way, dueAt, text: await text(conferenceId, words) });
      }
    }
    const substitutes = [];
    for (const { memberId, person, inPlaceOf } of input.substitutes ?? [])
      substitutes.push({
        memberId,
        person: await text(conferenceId, person),
        inPlaceOf: await text(conferenceId, inPlaceOf),
      });
    return {
      type: 'hold' as const,
      minutes: await text(conferenceId, input.minutes),
      attendedMemberIds: [...new Set(input.attendedMemberIds)],
      substitutes,
      decisions,
      resolutions,
    };
  };
  return onConference(context, conferenceId, 'hold', toCommand, { tellsCases: true });
}

/** What was decided is written into the case; a joint meeting is convened of it. Answers the meeting. */
async function tellCase(
  transaction: Transaction,
  { state, cases }: LockedConference,
  conferenceId: string,
  { itemId, decision, text, meeting }: DecidedItem,
): Promise<string | undefined> {
  const { caseNumber } = entryOf(state.agenda, itemId) ?? {};
  let locked = caseNumber ? cases.get(caseNumber) : undefined;
  if (decision === 'meeting' && !meeting) throw new AppError('conference.meeting-missing', { itemId });
  if (decision !== 'meeting' && meeting) throw new AppError('conference.meeting-not-decided', { itemId });
  if (!caseNumber || !locked) {
    if (decision === 'meeting') throw new AppError('conference.meeting-without-case', { itemId });
    return undefined;
  }
  let meetingId: string | undefined;
  if (decision === 'meeting' && meeting) {
    const { unitIds, startsAt, place } = meeting;
    for (const unitId of unitIds) await ensureUnit(transaction.em, unitId);
    const command = { type: 'convene-meeting', unitIds, startsAt } as const;
    const convened = await changeCase(transaction, locked, command, place ? { place } : {});
    locked = convened;
    meetingId = convened.state.openMeetingId;
  }
  const note = {
    type: 'note-conference',
    conferenceId,
    decision,
    text: await transaction.text(caseNumber, text),
  } as const;
  await changeCase(transaction, locked, note);
  return meetingId;
}
