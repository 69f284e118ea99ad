import { mayDoMeeting, type CaseCommand, type MeetingCommand, type MeetingState } from '@hotline/domain';
import { MeetingEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeCase, lockAnyCase } from '../case/change-case.ts';
import { ensureFresh } from '../use-case/ensure-fresh.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { changeMeeting, lockMeeting } from './change-meeting.ts';
import { maySeeMeeting } from './meeting-sight.ts';
import { meetingView, type MeetingView } from './meeting-view.ts';

/**
 * A person's action on a meeting, whole: the case is locked first, then the meeting; what the case must know is appended
 * to it in the same transaction. Errors: meeting.not-found, meeting.stale, access.denied.
 */
export function onMeeting(
  context: UseCaseContext,
  meetingId: string,
  toCommand: (transaction: Transaction) => Promise<MeetingCommand>,
  toCaseCommand?: (state: MeetingState) => CaseCommand,
): Promise<MeetingView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor } = transaction;
    const meeting = await em.findOne(MeetingEntity, { id: meetingId }, { disableIdentityMap: true });
    if (!meeting || !(await maySeeMeeting(transaction, meeting))) throw new AppError('meeting.not-found');
    const locked = await lockAnyCase(transaction, meeting.caseNumber);
    const row = await lockMeeting(transaction, meetingId);
    await ensureFresh(transaction, row, 'meeting.stale', () => meetingView({ em, actor }, meeting));
    const command = await toCommand(transaction);
    if (!mayDoMeeting(actor, command.type)) throw new AppError('access.denied', { action: command.type });
    await changeMeeting(transaction, { id: meetingId, row }, locked.state.policyVersion, command);
    const open = locked.state.openMeetingId === meetingId;
    if (toCaseCommand && open) await changeCase(transaction, locked, toCaseCommand(row.state));
    return meetingView(
      { em, actor },
      await em.findOneOrFail(MeetingEntity, { id: meetingId }, { disableIdentityMap: true }),
    );
  });
}
