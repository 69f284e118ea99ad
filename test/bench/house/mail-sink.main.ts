import { SMTPServer } from 'smtp-server';
import { NOTICE_KEY_HEADER } from '@hotline/notifications';
import { answerTheBench } from './answering.ts';

/** How often each notice came, by its key. */
const times = new Map<string, number>();
const header = new RegExp(`^${NOTICE_KEY_HEADER}: (.+)$`, 'im');

/** A mail server that takes everything and keeps only how often which notice came. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, answer) {
    let head = '';
    stream.on('data', (chunk: Buffer) => {
      if (head.length < 8_192) head += chunk.toString('latin1');
    });
    stream.on('end', () => {
      const key = header.exec(head.replaceAll(/\r\n[ \t]+/g, ''))?.[1] ?? 'without a key';
      times.set(key, (times.get(key) ?? 0) + 1);
      answer();
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  answerTheBench({
    url: () => `smtp://127.0.0.1:${port}`,
    /** Forgets what came. */
    forget: () => times.clear(),
    /** How many notices came, and how many mails in all. */
    count: () => ({ notices: times.size, mails: [...times.values()].reduce((sum, count) => sum + count, 0) }),
    /** The keys of notices that came more than once. */
    doubled: () => [...times].filter(([, count]) => count > 1).map(([key]) => key),
  });
});
