import { isTraining } from '@hotline/domain';
import {
  asCitizenMail,
  asShortMessage,
  renderNotice,
  TemporaryDeliveryFailure,
  type NoticeChannel,
} from '@hotline/notifications';
import { NoticeEntity, type Notice } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { enclosedIn } from '../notice/enclosed-in.ts';
import { maskMail, maskPhone } from '../case/mask-phone.ts';
import { LINK, mintCallbackLink } from '../closing/callback-link.ts';
import { noticeTellerOf, type NoticeTeller } from '../notice/notice-teller.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import { withoutRequest, type UseCaseContext } from '../use-case/use-case-context.ts';
import { markAsTraining, trainingAddressOf } from '../training/training-mail.ts';
import { writeRefusedAddress } from './refused-address.ts';

/** How notices leave the house. */
export interface NoticeDelivery {
  readonly mail: NoticeChannel;
  /** What citizens are told by. */
  readonly sms: NoticeChannel;
  /** Where mails of trainings are caught; without it they are read in-app alone. */
  readonly trainingMail?: NoticeChannel;
  readonly publicUrl: string;
  /** Whom an invitation names as its organiser. */
  readonly organiser: { readonly name: string; readonly address: string };
}

type Delivering = UseCaseContext & { readonly delivery: NoticeDelivery };
type Delivered = 'sent' | 'refused' | 'left';

/** Whoever sends renews his lease: one that has run out is of somebody who died over it. */
const LEASE_MILLISECONDS = 20_000;
const RENEWED_EVERY = 5_000;

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
  if (isTraining(input.stream) && !context.delivery.trainingMail) {
    await em.nativeUpdate(NoticeEntity, { stream: input.stream, mail: 'pending' }, { mail: 'none' });
    return { sent: 0, refused: 0 };
  }
  const pending = await em.find(
    NoticeEntity,
    { stream: input.stream, mail: 'pending' },
    { orderBy: [{ eventNumber: 'asc' }, { key: 'asc' }], disableIdentityMap: true },
  );
  if (pending.length === 0) return { sent: 0, refused: 0 };
  const source = await noticeTellerOf(em, input.stream, context.delivery);
  const counts = { sent: 0, refused: 0, left: 0 };
  const faults: unknown[] = [];
  for (const notice of pending) {
    try {
      const held = await lease(context, source, notice);
      if (held) counts[await whileRenewing(context, source, held, () => deliver(context, source, held))]++;
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  const { sent, refused } = counts;
  if (sent + refused < pending.length) {
    const left = await em.count(NoticeEntity, { id: { $in: pending.map(({ id }) => id) }, mail: 'pending' });
    if (left > 0) throw new AppError('notice.undelivered', { left });
  }
  return { sent, refused };
}

/** A notice that this delivery has, until when. */
interface Held {
  readonly notice: Notice;
  until: Date;
}

/** Takes a notice to send it; not when another delivery has it or has sent it. */
async function lease({ clock }: Delivering, { em }: NoticeTeller, notice: Notice): Promise<Held | undefined> {
  const now = new Date(await clock.now(em));
  const until = new Date(now.getTime() + LEASE_MILLISECONDS);
  const taken = await em.nativeUpdate(
    NoticeEntity,
    { id: notice.id, mail: 'pending', $or: [{ mailLeaseUntil: null }, { mailLeaseUntil: { $lt: now } }] },
    { mailLeaseUntil: until },
  );
  return taken > 0 ? { notice, until } : undefined;
}

/** Keeps the lease for as long as the work takes, the database permitting. */
async function whileRenewing<Result>(
  { clock }: Delivering,
  { em }: NoticeTeller,
  held: Held,
  work: () => Promise<Result>,
): Promise<Result> {
  const renew = async (): Promise<void> => {
    const until = new Date(new Date(await clock.now(em)).getTime() + LEASE_MILLISECONDS);
    const own = { id: held.notice.id, mail: 'pending' as const, mailLeaseUntil: held.until };
    if ((await em.nativeUpdate(NoticeEntity, own, { mailLeaseUntil: until })) > 0) held.until = until;
  };
  // In an outage the lease runs out; then another delivery may send the mail again, under the same Message-ID.
  const renewing = setInterval(() => void renew().catch(() => undefined), RENEWED_EVERY);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
  }
}

async function deliver(context: Delivering, source: NoticeTeller, held: Held): Promise<Delivered> {
  const { em } = source;
  const { notice } = held;
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
      { id, mail: 'pending', mailLeaseUntil: held.until },
      { ...tried, ...(temporary ? { mailProblem: error.details.problem } : {}) },
    );
    if (!temporary) throw error;
    return 'left';
  }
}

async function send({ delivery }: Delivering, source: NoticeTeller, notice: Notice) {
  const { mail, sms, trainingMail, publicUrl } = delivery;
  const { key, recipientName: name, address, words } = notice;
  const to = { name, address: address ?? '' };
  const said = words?.includes(LINK)
    ? words.replace(LINK, await mintCallbackLink(source.em, publicUrl, notice))
    : words;
  if (notice.channel === 'sms') return sms.send({ key, to, notice: asShortMessage(said ?? '') });
  if (said) return mail.send({ key, to, notice: asCitizenMail(said) });
  const told = renderNotice(await source.factsOf(notice));
  const enclosed = await enclosedIn(source, notice, publicUrl);
  const rendered = { ...told, ...(enclosed?.subject ? { subject: enclosed.subject } : {}) };
  const files = enclosed ? { files: enclosed.files } : {};
  if (!isTraining(notice.stream)) return mail.send({ key, to, notice: rendered, ...files });
  const caught = trainingMail ?? mail;
  return caught.send({
    key,
    to: { name, address: trainingAddressOf(address) },
    notice: markAsTraining(rendered),
    ...files,
  });
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
      address: addressToMend(notice),
      reason,
      ...(notice.unitId ? { unitId: notice.unitId } : {}),
    });
  });
}

/** A citizen's number or address stays masked wherever it is shown. */
function addressToMend({ channel, address, words }: Notice): string {
  if (channel === 'sms') return maskPhone(address ?? '');
  return words ? maskMail(address ?? '') : (address ?? '');
}
