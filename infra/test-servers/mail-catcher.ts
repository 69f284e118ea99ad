import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** What can be wrong with the mail server of a test. */
export interface MailTrouble {
  /** Mail addresses answered with 550 at RCPT; `'all'` refuses every one. */
  refuse?: readonly string[] | 'all';
  /** Every recipient is answered with 451, try again later. */
  busy?: boolean;
  /** Milliseconds before it answers after the mail was handed over. */
  slow?: number;
  /** Takes the mail, then cuts the connection without the answer 250: the sender cannot know. */
  dropAfterData?: boolean;
}

/** A mail server for tests that keeps what it takes. */
export interface MailCatcher {
  /** The address for SMTP_URL. */
  readonly url: string;
  readonly port: number;
  /** What came, oldest first, with the envelope's recipients. */
  readonly mails: readonly CaughtMail[];
  /** Sets what is wrong from now on; `{}` is all well. */
  trouble(trouble: MailTrouble): void;
  /** Stops listening: connections are refused until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Returns the mails once there are at least `count`. @throws Error after `within` milliseconds (10,000). */
  waitFor(count: number, within?: number): Promise<readonly CaughtMail[]>;
  stop(): Promise<void>;
}

/** A parsed mail and the addresses it was sent to. */
export interface CaughtMail extends ParsedMail {
  readonly recipients: readonly string[];
  /** When it had come whole, milliseconds since the epoch. */
  readonly at: number;
  /** Whether the sender was told so. */
  readonly answered: boolean;
}

/** Starts a mail server on a free port of the loopback address. */
export async function startMailCatcher(): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  let trouble: MailTrouble = {};
  let server = makeServer(mails, () => trouble);
  const port = await listen(server, 0);
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    trouble: (now) => void (trouble = now),
    down: () => close(server),
    async up() {
      server = makeServer(mails, () => trouble);
      await listen(server, port);
    },
    async waitFor(count, within = 10_000) {
      const until = performance.now() + within;
      while (mails.length < count) {
        if (performance.now() > until)
          throw new Error(
            `${mails.length} of ${count} mails came within ${within} ms: ${mails.map((mail) => mail.subject).join(' | ')}`,
          );
        await sleep(25);
      }
      return mails;
    },
    stop: () => close(server),
  };
}

function makeServer(mails: CaughtMail[], trouble: () => MailTrouble): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 500,
    onRcptTo({ address }, _session, answer) {
      const { refuse, busy } = trouble();
      if (busy) answer(replyError(451, 'Try again later'));
      else if (refuse === 'all' || refuse?.includes(address)) answer(replyError(550, 'No such mailbox'));
      else answer();
    },
    onData(stream, session, answer) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      void take(stream, recipients, mails, trouble()).then(
        (kept) => (kept ? answer() : cut(server, session.id)),
        answer,
      );
    },
  });
  server.on('error', () => undefined);
  return server;
}

async function take(
  stream: SMTPServerDataStream,
  recipients: string[],
  mails: CaughtMail[],
  trouble: MailTrouble,
): Promise<boolean> {
  const mail = await simpleParser(stream);
  if (trouble.slow) await sleep(trouble.slow);
  const answered = !trouble.dropAfterData;
  mails.push(Object.assign(mail, { recipients, at: Date.now(), answered }));
  return answered;
}

function cut(server: SMTPServer, session: string): void {
  const open = server.connections as unknown as Set<{ id: string; _socket: { destroy(): void } }>;
  for (const connection of open) if (connection.id === session) connection._socket.destroy();
}

function replyError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.server.address();
      if (address && typeof address === 'object') resolve(address.port);
    });
  });
}

function close(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
