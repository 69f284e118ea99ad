import { renderNotice, TemporaryDeliveryFailure, type NoticeChannel } from '@hotline/notifications';
import { NoticeEntity, type Notice } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { noticeFacts } from '../notice/notice-facts.ts';
import { noticeSourceOf, type NoticeSource } from '../notice/notice-source.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import { withoutRequest, type UseCaseContext } from '../use-case/use-case-context.ts';
import { writeRefusedAddress } from './refused-address.ts';

/** How notices leave the house. */
export interface NoticeDelivery {
  readonly mail: NoticeChannel;
  readonly publicUrl: string;
  /** Whom an invitation names as its organiser. */
  readonly organiser: { readonly name: string; readonly address: string };
}

type Delivering = UseCaseContext & { readonly delivery: NoticeDelivery };
type Delivered = 'sent' | 'refused' | 'left';

/** Longer than any sending takes: whoever holds a notice so long has died over it. */
const LEASE_MILLISECONDS = 90_000;

/**
 * Mails the pending notices of a stream, in the order they were written. No transaction spans a sending: each one is
 * leased before, so that a second delivery of the stream leaves it alone, and marked as sent when the server has taken it.
 * A refused address becomes a person's task. One that cannot be told for a fault of ours holds up no other.
 * Errors: notice.undelivered while some could not be sent now, or another delivery has them; that fault.
 */
export async function deliverNotices(
  context: Delivering,
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
  const faults: unknown[] = [];
  for (const notice of pending) {
    try {
      const until = await lease(context, source, notice);
      if (until) counts[await deliver(context, source, { notice, until })]++;
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  const left = await em.count(NoticeEntity, { id: { $in: pending.map(({ id }) => id) }, mail: 'pending' });
  if (left > 0) throw new AppError('notice.undelivered', { left });
  return { sent: counts.sent, refused: counts.refused };
}

/** Takes a notice to send it, until when; not when another delivery has it or has sent it. */
async function lease({ clock }: Delivering, { em }: NoticeSource, { id }: Notice): Promise<Date | undefined> {
  const now = new Date(await clock.now(em));
  const until = new Date(now.getTime() + LEASE_MILLISECONDS);
  const taken = await em.nativeUpdate(
    NoticeEntity,
    { id, mail: 'pending', $or: [{ mailLeaseUntil: null }, { mailLeaseUntil: { $lt: now } }] },
    { mailLeaseUntil: until },
  );
  return taken > 0 ? until : undefined;
}

async function deliver(
  context: Delivering,
  source: NoticeSource,
  { notice, until }: { readonly notice: Notice; readonly until: Date },
): Promise<Delivered> {
  const { em } = source;
  const { id } = notice;
  const tried = { mailAttempts: notice.mailAttempts + 1, mailLeaseUntil: null };
  try {
    const delivery = await send(context, source, notice);
    if (delivery.result === 'refused') await markRefused(context, notice, delivery.reason);
    else {
      const mailedAt = new Date(await context.clock.now(em));
      await em.nativeUpdate(NoticeEntity, { id }, { ...tried, mail: 'sent', mailedAt, mailProblem: null });
    }
    return delivery.result;
  } catch (error) {
    const temporary = error instanceof TemporaryDeliveryFailure;
    await em.nativeUpdate(
      NoticeEntity,
      { id, mail: 'pending', mailLeaseUntil: until },
      { ...tried, ...(temporary ? { mailProblem: error.details.problem } : {}) },
    );
    if (!temporary) throw error;
    return 'left';
  }
}

async function send({ delivery: { mail } }: Delivering, source: NoticeSource, notice: Notice) {
  const to = { name: notice.recipientName, address: notice.address ?? '' };
  return mail.send({ key: notice.key, to, notice: renderNotice(await noticeFacts(source, notice)) });
}

/** A refused address is a task for the administrators, not a silence. */
async function markRefused(context: Delivering, notice: Notice, reason: string): Promise<void> {
  await runUseCase(withoutRequest(context), async (transaction) => {
    await transaction.em.nativeUpdate(
      NoticeEntity,
      { id: notice.id },
      { mail: 'refused', mailProblem: reason, mailAttempts: notice.mailAttempts + 1, mailLeaseUntil: null },
    );
    await writeRefusedAddress(transaction, {
      key: notice.key,
      stream: notice.stream,
      kind: notice.kind,
      recipient: notice.recipientName,
      address: notice.address ?? '',
      reason,
      ...(notice.unitId ? { unitId: notice.unitId } : {}),
    });
  });
}
