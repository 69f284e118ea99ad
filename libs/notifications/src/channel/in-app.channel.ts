import type { NoticeChannel, NoticeMessage } from './channel.ts';

/** The recipient's list in the system. `keep` writes the notice where he reads it; a repeat with the same key must not write twice. */
export function inAppChannel(keep: (message: NoticeMessage) => Promise<void>): NoticeChannel {
  return {
    name: 'in-app',
    async send(message) {
      await keep(message);
      return { result: 'sent', providerId: message.key };
    },
    async close() {},
  };
}
