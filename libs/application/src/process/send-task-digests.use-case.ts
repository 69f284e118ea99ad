import { dayIndexOf, instantOf, millisecondsOf, startOfDay, type Instant } from '@hotline/domain';
import { renderNotice, TemporaryDeliveryFailure, type NoticeFactsOf } from '@hotline/notifications';
import { UserEntity, type User } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { rulesInForce } from '../rules/rules.ts';
import { listTasks } from '../task/list-tasks.use-case.ts';
import type { TaskView } from '../task/task-view.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { NoticeDelivery } from './deliver-notices.use-case.ts';

const MOST_TASKS = 100;

/**
 * A person's task digest: on a working morning everybody with open tasks in his queues gets one mail. The key holds the
 * day, so a repeat is the same mail. Answers when the next working morning begins. Errors: notice.undelivered.
 */
export async function sendTaskDigests(
  context: UseCaseContext & { readonly delivery: NoticeDelivery },
  input: { readonly at: Instant },
): Promise<{ readonly nextAt: Instant; readonly sent: number }> {
  const em = context.orm.em.fork();
  const users = await em.find(
    UserEntity,
    { active: true, mail: { $ne: null }, unitId: null },
    { orderBy: { id: 'asc' } },
  );
  let [sent, left] = [0, 0];
  for (const user of users) {
    const { items } = await listTasks(
      { orm: context.orm, actor: { userId: user.id, role: user.role } },
      { limit: MOST_TASKS },
    );
    if (items.length === 0) continue;
    try {
      await context.delivery.mail.send({
        key: `digest:${input.at.slice(0, 10)}:${user.id}`,
        to: { name: user.name, address: user.mail ?? '' },
        notice: renderNotice(digestOf(context.delivery, user, items, input.at)),
      });
      sent++;
    } catch (error) {
      if (!(error instanceof TemporaryDeliveryFailure)) throw error;
      left++;
    }
  }
  if (left > 0) throw new AppError('notice.undelivered', { left });
  return { sent, nextAt: await nextMorning(context, input.at) };
}

function digestOf(
  { publicUrl }: NoticeDelivery,
  user: User,
  tasks: readonly TaskView[],
  at: Instant,
): NoticeFactsOf<'task-digest'> {
  return {
    kind: 'task-digest',
    key: `digest:${at.slice(0, 10)}:${user.id}`,
    recipientName: user.name,
    at,
    link: `${publicUrl}/tasks`,
    tasks: tasks.map(({ kind, caseNumber, caseTitle, dueAt }) => ({
      kind,
      caseNumber,
      ...(caseTitle ? { title: caseTitle } : {}),
      ...(dueAt ? { due: dueAt } : {}),
      link: `${publicUrl}/cases/${caseNumber}`,
    })),
  };
}

/** The first working moment after the Shanghai day of `at`. */
async function nextMorning({ orm }: UseCaseContext, at: Instant): Promise<Instant> {
  const { time } = await rulesInForce(orm.em.fork());
  const midnight = instantOf(startOfDay(dayIndexOf(millisecondsOf(at)) + 1));
  return time.addWorking(midnight, 1).at;
}
