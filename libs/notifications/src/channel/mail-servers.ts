import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { NoticeKind } from '@hotline/domain';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { renderNotice } from '../notice/render-notice.ts';
import { sampleFacts } from '../notice/sample-facts.ts';
import type { NoticeChannel, NoticeMessage } from './channel.ts';
import { mailChannel, type MailChannelOptions } from './mail.channel.ts';

const endings: (() => Promise<void>)[] = [];
/** Closes what the test opened, the last first. */
export async function closeAll(): Promise<void> {
  for (const end of endings.splice(0).toReversed()) await end();
}

export const reply = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/** A real SMTP server on a free port, and the raw mails it took. */
export async function mailServer(
  options: SMTPServerOptions = {},
): Promise<{ url: string; mails: string[]; stop: () => Promise<void> }> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 200,
    onData(stream, _session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString('utf8'));
        callback();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  endings.push(stop);
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, mails, stop };
}

/** A bare socket server, for what no honest SMTP server does. */
export async function socketServer(talk: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    talk(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function channelTo(smtpUrl: string, options: Partial<MailChannelOptions> = {}): NoticeChannel {
  const from = '如皋12345 <hotline@rugao.example>';
  const channel = mailChannel({
    smtpUrl,
    from,
    timeouts: { connection: 2000, greeting: 300, socket: 400 },
    ...options,
  });
  endings.push(() => channel.close());
  return channel;
}

export function message(kind: NoticeKind = 'assignment', changes: Partial<NoticeMessage> = {}): NoticeMessage {
  const notice = renderNotice(sampleFacts(kind));
  return {
    key: '202601050042:a1/due:1:red:1',
    to: { name: '张建平', address: 'jsj@rugao.example' },
    notice,
    ...changes,
  };
}

/** A server that takes mails, but drops a connection at the command for which `drops` answers true. */
export async function droppingServer(
  drops: (command: string, taken: number) => boolean,
): Promise<{ url: string; counts: { connections: number; taken: number; dataSent: number } }> {
  const counts = { connections: 0, taken: 0, dataSent: 0 };
  const url = await socketServer((socket) => {
    counts.connections += 1;
    let inData = false;
    let received = '';
    socket.write('220 hello\r\n');
    socket.on('data', (data) => {
      received += data.toString();
      if (!received.endsWith(inData ? '\r\n.\r\n' : '\r\n')) return;
      const command = inData ? 'END-OF-DATA' : received.slice(0, 4);
      received = '';
      if (inData) counts.dataSent += 1;
      if (drops(command, counts.taken)) return void socket.destroy();
      if (inData) counts.taken += 1;
      inData = command === 'DATA';
      socket.write(inData ? '354 go on\r\n' : '250 Ok\r\n');
    });
  });
  return { url, counts };
}
