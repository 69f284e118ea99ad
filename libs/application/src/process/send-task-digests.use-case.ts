import { dayIndexOf, instantOf, localDayOf, millisecondsOf, startOfDay, type Instant } from '@hotline/domain';
import { renderNotice, TemporaryDeliveryFailure, type NoticeFactsOf } from '@hotline/notifications';
import { UserEntity, type User } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { rulesInForce } from '../rules/rules.ts';
import { listTasks } from '../task/list-tasks.use-case.ts';
import type { PlaceOfStream } from '../ledger/place-of-stream.ts';
import type { TaskView } from '../task/task-view.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import { withoutRequest, type UseCaseContext } from '../use-case/use-case-context.ts';
import type { NoticeDelivery } from './deliver-notices.use-case.ts';
import { forgetWhatIsOver } from './forget-what-is-over.use-case.ts';
import { writeRefusedAddress } from './refused-address.ts';

const MOST_TASKS = 100;
/** What a task about a digest names in place of a stream: it belongs to no case. */
const DIGESTS = 'task-digest';

type Delivering = UseCaseContext & { readonly delivery: NoticeDelivery };

/**
 * A person's task digest: on a working morning everybody of the center with open tasks in his queues gets one mail. The
 * key holds the Shanghai day, so a repeat is the same mail; a refused address becomes a task. Clears away what is over on
 * the way. Answers when the next working morning begins. Errors: notice.undelivered.
 */
export async function sendTaskDigests(
  context: Delivering,
  input: { readonly at: Instant },
): Promise<{ readonly nextAt: Instant; readonly sent: number }> {
  await forgetWhatIsOver(context);
  const users = await context.orm.em
    .fork()
    .find(
      UserEntity,
      { active: true, mail: { $ne: null }, unitId: null },
      { orderBy: { id: 'asc' }, disableIdentityMap: true },
    );
  let [sent, left] = [0, 0];
  for (const user of users) {
    try {
      if (await sendDigest(context, user, input.at)) sent++;
    } catch (error) {
      if (!(error instanceof TemporaryDeliveryFailure)) throw error;
      left++;
    }
  }
  if (left > 0) throw new AppError('notice.undelivered', { left });
  return { sent, nextAt: await nextMorning(context, input.at) };
}

async function sendDigest(context: Delivering, user: User, at: Instant): Promise<boolean> {
  const actor = { userId: user.id, role: user.role };
  const { items } = await listTasks({ orm: context.orm, actor }, { limit: MOST_TASKS });
  if (items.length === 0) return false;
  const notice = digestOf(context.delivery, user, items, at);
  const { key } = notice;
  const address = user.mail ?? '';
  const delivery = await context.delivery.mail.send({
    key,
    to: { name: user.name, address },
    notice: renderNotice(notice),
  });
  if (delivery.result === 'sent') return true;
  const refused = { stream: DIGESTS, kind: notice.kind, recipient: user.name, address, reason: delivery.reason };
  await runUseCase(withoutRequest(context), (transaction) => writeRefusedAddress(transaction, { key, ...refused }));
  return false;
}

function digestOf(
  { publicUrl }: NoticeDelivery,
  user: User,
  tasks: readonly TaskView[],
  at: Instant,
): NoticeFactsOf<'task-digest'> {
  return {
    kind: 'task-digest',
    key: `digest:${localDayOf(dayIndexOf(millisecondsOf(at)))}:${user.id}`,
    recipientName: user.name,
    at,
    link: `${publicUrl}/tasks`,
    tasks: tasks.map(({ kind, caseNumber, caseTitle, articleTitle: title = caseTitle, dueAt, ...place }) => ({
      kind,
      ...(caseNumber ? { caseNumber } : {}),
      ...(title ? { title } : {}),
      ...(dueAt ? { due: dueAt } : {}),
      link: `${publicUrl}${pathOf({ caseNumber, ...place })}`,
    })),
  };
}

/** Where the work is done. */
function pathOf({ articleId, conferenceId, invitationId, caseNumber }: PlaceOfStream): string {
  if (articleId) return `/knowledge/${articleId}`;
  if (conferenceId) return `/conferences/${conferenceId}`;
  if (invitationId) return '/conferences';
  return caseNumber ? `/cases/${caseNumber}` : '/tasks';
}

/** The first working moment after the Shanghai day of `at`. */
async function nextMorning({ orm }: UseCaseContext, at: Instant): Promise<Instant> {
  const { time } = await rulesInForce(orm.em.fork());
  const midnight = instantOf(startOfDay(dayIndexOf(millisecondsOf(at)) + 1));
  return time.addWorking(midnight, 1).at;
}
