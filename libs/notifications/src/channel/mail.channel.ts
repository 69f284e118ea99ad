import nodemailer from 'nodemailer';
import { oneLine } from '../notice/plain-text.ts';
import { TemporaryDeliveryFailure, type Delivery, type NoticeChannel, type NoticeMessage } from './channel.ts';
import { isMailAddress, mailboxOf, type Mailbox } from './mail-address.ts';
import { deliveryAfterFailure, providerIdOf } from './mail-failure.ts';
import { messageIdOf } from './message-id.ts';

/** The header that carries a notice's key, for whoever looks for a mail. */
export const NOTICE_KEY_HEADER = 'X-Hotline-Notice-Key';

/** Milliseconds. */
export interface MailTimeouts {
  readonly connection: number;
  readonly greeting: number;
  /** Without a byte from the server. */
  readonly socket: number;
  /** For the whole message, also from a server that answers drop by drop. */
  readonly message: number;
}

export const MAIL_TIMEOUTS: MailTimeouts = { connection: 10_000, greeting: 10_000, socket: 20_000, message: 60_000 };

export interface MailChannelOptions {
  /** `smtp://user:password@host:port` or `smtps://…`; nodemailer's options may follow as a query. */
  readonly smtpUrl: string;
  /** Who writes: `名称 <name@host>` or `name@host`. */
  readonly from: string;
  /** The right side of the Message-IDs; the domain of `from` unless told. */
  readonly messageIdDomain?: string;
  /** Connections kept open at most; 3 unless told. */
  readonly connections?: number;
  readonly timeouts?: Partial<MailTimeouts>;
}

/** Mail over SMTP, pooled. Throws an Error with a sentence when the address of the server or of the sender is none. */
export function mailChannel(options: MailChannelOptions): NoticeChannel {
  const from = senderOf(options.from);
  if (!isSmtpUrl(options.smtpUrl))
    throw new Error('the address of the mail server must begin with smtp:// or smtps:// and name a host');
  const timeouts = { ...MAIL_TIMEOUTS, ...options.timeouts };
  const transport = transportOf(options, timeouts);
  const domain = options.messageIdDomain ?? from.address.slice(from.address.lastIndexOf('@') + 1);
  const underWay = new Set<Promise<Delivery>>();
  let closed = false;

  async function deliver(message: NoticeMessage): Promise<Delivery> {
    try {
      const { response } = await transport.sendMail({
        ...mailOf(message, from, domain),
        signal: AbortSignal.timeout(timeouts.message),
      });
      return { result: 'sent', providerId: providerIdOf(response) };
    } catch (error) {
      if (closed && !(error instanceof Error && 'code' in error))
        throw new TemporaryDeliveryFailure('mail', 'closed', { cause: error });
      return deliveryAfterFailure(error);
    }
  }

  return {
    name: 'mail',
    async send(message) {
      if (closed) throw new TemporaryDeliveryFailure('mail', 'closed');
      if (message.to.address.trim() === '') return { result: 'refused', reason: 'address.missing' };
      if (!isMailAddress(message.to.address.trim())) return { result: 'refused', reason: 'address.malformed' };
      const delivery = deliver(message);
      underWay.add(delivery);
      return await delivery.finally(() => underWay.delete(delivery));
    },
    async close() {
      closed = true;
      transport.close();
      await Promise.allSettled(underWay);
    },
  };
}

function transportOf({ smtpUrl, connections }: MailChannelOptions, timeouts: MailTimeouts) {
  return nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections ?? 3,
    // Once more over another connection, which nodemailer does only when not a byte of the message was sent: a pooled
    // connection that the server had dropped. What may have been taken is for whoever holds the key to try again.
    maxRequeues: 1,
    connectionTimeout: timeouts.connection,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    dnsTimeout: timeouts.connection,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function mailOf({ key, to, notice, files = [] }: NoticeMessage, from: Mailbox, domain: string) {
  return {
    from,
    to: { name: oneLine(to.name), address: to.address.trim() },
    subject: oneLine(notice.subject),
    messageId: messageIdOf(key, domain),
    headers: {
      [NOTICE_KEY_HEADER]: oneLine(key),
      'Content-Language': 'zh-CN',
      // So that holiday answers and the like stay away (RFC 3834).
      'Auto-Submitted': 'auto-generated',
    },
    text: notice.text,
    ...(notice.html ? { html: notice.html } : {}),
    ...(files.length > 0
      ? {
          attachments: files.map(({ name, type, content }) => ({
            filename: name,
            contentType: type,
            content: Buffer.from(content),
          })),
        }
      : {}),
    ...(notice.calendar
      ? { icalEvent: { method: notice.calendar.method, content: notice.calendar.content, filename: 'meeting.ics' } }
      : {}),
  };
}

function senderOf(text: string): Mailbox {
  const sender = mailboxOf(oneLine(text));
  if (!sender)
    throw new Error(`the sender of mails must be one address, "name@host" or "Name <name@host>", not "${text}"`);
  return sender;
}

function isSmtpUrl(url: string): boolean {
  return URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol) && new URL(url).hostname !== '';
}
