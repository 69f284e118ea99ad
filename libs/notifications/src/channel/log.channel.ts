import { oneLine } from '../notice/plain-text.ts';
import type { ChannelName, Delivery, NoticeChannel } from './channel.ts';

/** What a log adapter writes for each notice. The number is shown by its last four digits only. */
export interface LoggedNotice {
  readonly channel: ChannelName;
  readonly key: string;
  readonly to: string;
  readonly content: string;
}

export type NoticeLog = (notice: LoggedNotice) => void;

// With an area code or country code, spaces and hyphens: 13912345678, 0513-87651234, +86 513 8765 1234.
const NUMBER = /^\+?\d[\d -]{4,18}\d$/;

/** 短信: writes the short form to the log, until a provider is chosen. An impossible number is refused. */
export function smsChannel(log: NoticeLog): NoticeChannel {
  return {
    name: 'sms',
    async send(message): Promise<Delivery> {
      const number = message.to.address.trim();
      if (number === '') return { result: 'refused', reason: 'address.missing' };
      if (!NUMBER.test(number)) return { result: 'refused', reason: 'address.malformed' };
      const digits = number.replaceAll(/\D/g, '');
      const content = oneLine(message.notice.brief);
      log({ channel: 'sms', key: message.key, to: `****${digits.slice(-4)}`, content });
      return { result: 'sent', providerId: `log:${message.key}` };
    },
    async close() {},
  };
}
