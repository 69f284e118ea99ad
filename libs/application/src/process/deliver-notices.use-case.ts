import { randomUUID } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { renderNotice, TemporaryDeliveryFailure, type NoticeChannel } from '@hotline/notifications';
import { NoticeEntity, TaskEntity, type Notice } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { noticeFacts } from '../notice/notice-facts.ts';
import { noticeSourceOf, type NoticeSource } from '../notice/notice-source.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** How notices leave the house. */
export interface NoticeDelivery {
  readonly mail: NoticeChannel;
  readonly publicUrl: string;
  /** Whom an invitation names as its organiser. */
  readonly organiser: { readonly name: string; readonly address: string };
}

/**
 * Mails the pending notices of a stream, in the order they were written. No transaction spans a sending: each one is
 * marked as sent when the server has taken it. A refused address becomes a person's task. Errors: notice.undelivered while
 * some could not be sent now.
 */
export async function deliverNotices(
  context: UseCaseContext & { readonly delivery: NoticeDelivery },
  input: { readonly stream: string },
): Promise<{ readonly sent: number; readonly refused: number }> {
  const em = context.orm.em.fork();
  const pending = await em.find(
    NoticeEntity,
    { stream: input.stream, mail: 'pending' },
    { orderBy: [{ eventNumber: 'asc' }, { key: 'asc' }], disableIdentityMap: true },
  );
  if (pending.length === 0) return { sent: 0, refused: 0 };
  const source = await noticeSourceOf(em, input.stream, context.delivery);
  const counts = { sent: 0, refused: 0, left: 0 };
  for (const notice of pending) counts[await deliver(context, source, notice)]++;
  if (counts.left > 0) throw new AppError('notice.undelivered', { left: counts.left });
  return { sent: counts.sent, refused: counts.refused };
}

async function deliver(
  context: UseCaseContext & { readonly delivery: NoticeDelivery },
  source: NoticeSource,
  notice: Notice,
): Promise<'sent' | 'refused' | 'left'> {
  const { mail } = context.delivery;
  const to = { name: notice.recipientName, address: notice.address ?? '' };
  try {
    const delivery = await mail.send({ key: notice.key, to, notice: renderNotice(await noticeFacts(source, notice)) });
    if (delivery.result === 'sent') await markSent(source.em, notice);
    else await markRefused(context, notice, delivery.reason);
    return delivery.result;
  } catch (error) {
    if (!(error instanceof TemporaryDeliveryFailure)) throw error;
    await source.em.nativeUpdate(
      NoticeEntity,
      { id: notice.id },
      { mailAttempts: notice.mailAttempts + 1, mailProblem: error.details.problem },
    );
    return 'left';
  }
}

async function markSent(em: SqlEntityManager, { id, mailAttempts }: Notice): Promise<void> {
  await em.execute(
    `update notice set mail = 'sent', mailed_at = clock_timestamp(), mail_attempts = ?, mail_problem = null where id = ?`,
    [mailAttempts + 1, id],
  );
}

/** A refused address is a task for the administrators, not a silence. */
async function markRefused(context: UseCaseContext, notice: Notice, reason: string): Promise<void> {
  const { idempotency: _, ...plain } = context;
  await runUseCase(plain, async ({ em, now }) => {
    await em.nativeUpdate(
      NoticeEntity,
      { id: notice.id },
      { mail: 'refused', mailProblem: reason, mailAttempts: notice.mailAttempts + 1 },
    );
    await em.insert(TaskEntity, {
      id: randomUUID(),
      key: `refused:${notice.key}`,
      kind: 'refused-address',
      queue: 'administration',
      stream: notice.stream,
      subject: `refused/${notice.key}`,
      unitId: notice.unitId ?? null,
      detail: { recipient: notice.recipientName, address: notice.address ?? '', notice: notice.kind, reason },
      status: 'open',
      createdAt: new Date(now),
    });
  });
}
