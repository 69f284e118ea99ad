import { manyLines, oneLine } from '../notice/plain-text.ts';
import type { ChannelName, Delivery, NoticeChannel, NoticeMessage } from './channel.ts';

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
  return logChannel('sms', log, ({ notice }) => oneLine(notice.brief));
}

/** 传真: writes the whole sheet to the log, for the desk that sends it by hand. */
export function faxChannel(log: NoticeLog): NoticeChannel {
  return logChannel('fax', log, ({ notice }) => manyLines(notice.text));
}

function logChannel(name: 'sms' | 'fax', log: NoticeLog, contentOf: (message: NoticeMessage) => string): NoticeChannel {
  return {
    name,
    async send(message): Promise<Delivery> {
      const number = message.to.address.trim();
      if (number === '') return { result: 'refused', reason: 'address.missing' };
      if (!NUMBER.test(number)) return { result: 'refused', reason: 'address.malformed' };
      const digits = number.replaceAll(/\D/g, '');
      log({ channel: name, key: message.key, to: `****${digits.slice(-4)}`, content: contentOf(message) });
      return { result: 'sent', providerId: `log:${message.key}` };
    },
    async close() {},
  };
}
