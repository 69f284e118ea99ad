import { laterOf, WEEKLY, type CaseState, type EventEnvelope, type Instant, type MeetingState } from '@hotline/domain';
import { eventsAfter, lockStream, NoticeEntity, type Stream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeCase } from '../case/change-case.ts';
import { changeArticle } from '../knowledge/change-article.ts';
import { changeConference } from '../joint-conference/change-conference.ts';
import { changeInvitation } from '../joint-conference/change-invitation.ts';
import { changeMeeting } from '../joint-meeting/change-meeting.ts';
import { actOnReport, lockFolder } from '../special-report/act-on-report.ts';
import { policyVersionOf } from '../special-report/change-report.ts';
import { lockCoveredBefore } from '../special-report/lock-covered.ts';
import { goByWorkflow } from '../training/training-time.ts';
import { workOnRules } from '../rules-change/work-on-rules.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

export interface ActOnStreamInput {
  readonly stream: string;
  /** The rung's key: `subject:term:rung:try`. */
  readonly key: string;
  /** The time of the workflow that asks; lateness is judged by it, or by the ledger's clock where that is later. */
  readonly at: Instant;
  /** The last event number the workflow folded. */
  readonly after: number;
}

/**
 * A time has come: decides again under the lock, and acts, unless a person came first or it was done before. Answers all
 * events after `after`, also when repeated. Errors: stream.not-found.
 */
export function actOnStream(
  context: UseCaseContext,
  input: ActOnStreamInput,
): Promise<{ readonly events: readonly EventEnvelope[] }> {
  return runUseCase(context, async (transaction) => {
    // A proposal that nobody answers may issue a report over several cases.
    if (input.key.startsWith('proposal/')) await lockCoveredBefore(transaction, input.stream);
    const folder = input.key.startsWith(`${WEEKLY}:`) ? await lockFolder(transaction, input) : [];
    const row = await lockForAction(transaction, input.stream);
    await goByWorkflow(transaction, input.stream, input.at);
    await act(context, transaction, row, { ...input, folder });
    return { events: await eventsAfter(transaction.em, input.stream, input.after) };
  });
}

async function lockForAction({ em }: Transaction, stream: string): Promise<Stream> {
  const row = await lockStream(em, stream);
  if (!row) throw new AppError('stream.not-found');
  return row;
}

async function act(
  context: UseCaseContext,
  transaction: Transaction,
  row: Stream,
  { key, at, folder }: ActOnStreamInput & { readonly folder: readonly Stream[] },
): Promise<void> {
  const stream = { id: row.id, row };
  // An ask that waited out an outage names the time it began; by now a higher rung may be due.
  const command = { type: 'act', key, at: laterOf(at, transaction.now) } as const;
  if (row.kind === 'case') {
    const noticeRead = await wasNoticeRead(transaction, row.id, key);
    await changeCase(transaction, { row, state: row.state as CaseState }, { ...command, noticeRead });
  } else if (row.kind === 'meeting') {
    const { caseNumber } = row.state as MeetingState;
    await changeMeeting(transaction, stream, await policyVersionOf(transaction, caseNumber), command);
  } else if (row.kind === 'rules') await workOnRules(context, transaction, row, command);
  else if (row.kind === 'conference') await changeConference(transaction, stream, command);
  else if (row.kind === 'invitation') await changeInvitation(transaction, stream, command);
  else if (row.kind === 'article') await changeArticle(transaction, stream, command);
  else await actOnReport(transaction, row, command, folder);
}

/**
 * Whether somebody of the unit opened a notice of the assignment that waits to be acknowledged (`a1/acknowledge`): an
 * unread one becomes a phone call.
 */
async function wasNoticeRead({ em }: Transaction, stream: string, key: string): Promise<boolean> {
  const [subject, , rung] = key.split(':');
  const [assignmentId] = subject?.split('/') ?? [];
  if (rung !== 'unread' || !assignmentId) return false;
  const about = { stream, kind: 'assignment' as const, subject: { $like: `${assignmentId}/%` } };
  return (await em.count(NoticeEntity, { ...about, readAt: { $ne: null } })) > 0;
}
