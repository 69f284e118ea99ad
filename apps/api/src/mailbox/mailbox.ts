import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { takeInMail, type CitizenContext } from '@hotline/application';
import { readMail } from './read-mail.ts';
import { refusal, smtpAnswerOf } from './smtp-refusal.ts';

/** The greatest mail, in bytes as it is sent: three files of the greatest size, and what their coding adds. */
export const LARGEST_MAIL = 40 * 1024 * 1024;
const MOST_CONNECTIONS = 20;
const MOST_RECIPIENTS = 20;
const IDLE = 60_000;

export interface MailboxOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** The mailbox's own address; mail for another is not relayed. */
  readonly address: string;
  /** Told of faults of ours; never of what a citizen wrote. */
  readonly fault: (error: unknown) => void;
}

/** The receiving end of the city's mail server. */
export interface Mailbox {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Takes in mails to the hotline's mailbox: a mail is answered with 250 once its case is committed, so none is lost, and one
 * that comes again adds nothing. Speaks to the city's mail server, inside the house: no TLS, no log-in, no relaying.
 */
export async function startMailbox(
  context: Pick<CitizenContext, 'orm' | 'clock'>,
  { host, port, address, fault }: MailboxOptions,
): Promise<Mailbox> {
  const server = new SMTPServer({
    banner: '12345',
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: IDLE,
    closeTimeout: 5_000,
    onMailFrom({ address: sender }, _, answer) {
      // A returned mail, or an automatic answer (RFC 5321, 4.5.5): there is nobody to answer.
      answer(sender === '' ? refusal(550, '5.7.1 Returned and automatic mail is not taken') : undefined);
    },
    onRcptTo({ address: recipient }, { envelope }, answer) {
      if (recipient.toLowerCase() !== address.toLowerCase()) answer(refusal(550, '5.1.1 No such mailbox here'));
      else if (envelope.rcptTo.length >= MOST_RECIPIENTS) answer(refusal(452, '4.5.3 Too many recipients'));
      else answer();
    },
    onData(stream, _, answer) {
      void take(context, stream).then(
        (caseNumber) => answer(null, `2.0.0 Taken in as ${caseNumber}`),
        (error: unknown) => {
          const told = smtpAnswerOf(error);
          if ((told as { responseCode?: number }).responseCode === 451) fault(error);
          answer(told);
        },
      );
    },
  });
  // A connection that broke is the other side's to make anew.
  server.on('error', () => undefined);
  return { port: await listening(server, host, port), close: () => closed(server) };
}

async function take(context: Pick<CitizenContext, 'orm' | 'clock'>, stream: SMTPServerDataStream): Promise<string> {
  const pieces: Buffer[] = [];
  // Also what is too large is read to its end, for only then may be answered; it is not kept.
  for await (const piece of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) pieces.push(piece);
  if (stream.sizeExceeded) throw refusal(552, '5.3.4 The mail is too large');
  const { caseNumber } = await takeInMail(context, await readMail(Buffer.concat(pieces)));
  return caseNumber;
}

function listening(server: SMTPServer, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => {
      const at = server.server.address();
      resolve(at && typeof at === 'object' ? at.port : port);
    });
  });
}

function closed(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
