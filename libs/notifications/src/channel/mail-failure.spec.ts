import { afterEach, describe, expect, it } from '@jest/globals';
import { TemporaryDeliveryFailure } from './channel.ts';
import { channelTo, closeAll, droppingServer, mailServer, message, reply, socketServer } from './mail-servers.ts';

afterEach(closeAll);

async function failureOf(sending: Promise<unknown>): Promise<TemporaryDeliveryFailure['details']> {
  const error = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TemporaryDeliveryFailure);
  expect(String(error)).not.toContain('jsj@');
  return (error as TemporaryDeliveryFailure).details;
}

describe('a mail that was refused for good', () => {
  it.each([
    '',
    ' ',
    'jsj',
    'jsj@',
    '@x',
    'a b@x.example',
    'a@x.example, b@x.example',
    'a@x.example\r\nRCPT TO:<b@x>',
    'a..b@x',
    '<a@x.example>',
  ])('is so without asking the server when the address is %j', async (address) => {
    const { url, mails } = await mailServer();
    const delivery = await channelTo(url).send(message('yellow', { to: { name: '', address } }));
    expect(delivery).toEqual({
      result: 'refused',
      reason: address.trim() === '' ? 'address.missing' : 'address.malformed',
    });
    expect(mails).toEqual([]);
  });

  it('is so when the server refuses the only recipient with 5xx', async () => {
    const { url } = await mailServer({
      onRcptTo: (_address, _session, callback) => callback(reply(550, 'No such user here')),
    });
    expect(await channelTo(url).send(message())).toEqual({ result: 'refused', reason: 'smtp: 550 No such user here' });
  });

  it('is so when the server refuses the message with 5xx', async () => {
    const { url } = await mailServer({
      onData(stream, _session, callback) {
        stream.resume().on('end', () => callback(reply(554, 'Looks like spam')));
      },
    });
    expect(await channelTo(url).send(message())).toEqual({ result: 'refused', reason: 'smtp: 554 Looks like spam' });
  });

  it('is so when the message is larger than the server takes', async () => {
    const { url } = await mailServer({
      size: 100,
      onData(stream, _session, callback) {
        stream.resume().on('end', () => callback(stream.sizeExceeded ? reply(552, 'Too large') : null));
      },
    });
    expect(await channelTo(url).send(message())).toEqual({ result: 'refused', reason: 'smtp: 552 Too large' });
  });

  it('lets the next mail pass on the same connection', async () => {
    const { url, mails } = await mailServer({
      onRcptTo: ({ address }, _session, callback) => callback(address.startsWith('gone') ? reply(550, 'Gone') : null),
    });
    const channel = channelTo(url, { connections: 1 });
    expect((await channel.send(message('red', { to: { name: '', address: 'gone@x.example' } }))).result).toBe(
      'refused',
    );
    expect((await channel.send(message('red'))).result).toBe('sent');
    expect(mails).toHaveLength(1);
  });
});

describe('a failure that may pass', () => {
  it('is no server at all', async () => {
    const { url, stop } = await mailServer();
    await stop();
    expect(await failureOf(channelTo(url).send(message()))).toEqual({ channel: 'mail', problem: 'unreachable' });
  });

  it('is a recipient put off with 4xx', async () => {
    const { url } = await mailServer({
      onRcptTo: (_address, _session, callback) => callback(reply(451, 'Greylisted')),
    });
    expect(await failureOf(channelTo(url).send(message()))).toEqual({
      channel: 'mail',
      problem: 'deferred',
      responseCode: 451,
    });
  });

  it('is a message put off with 4xx, and passes when the server has mended', async () => {
    let full = true;
    const { url } = await mailServer({
      onData(stream, _session, callback) {
        stream.resume().on('end', () => callback(full ? reply(452, 'Disk full') : null));
      },
    });
    const channel = channelTo(url);
    expect(await failureOf(channel.send(message()))).toMatchObject({ problem: 'deferred', responseCode: 452 });
    full = false;
    expect((await channel.send(message())).result).toBe('sent');
  });

  it('is a server that will not send for our own address', async () => {
    const { url } = await mailServer({
      onMailFrom: (_address, _session, callback) => callback(reply(553, 'Not your address')),
    });
    expect(await failureOf(channelTo(url).send(message()))).toEqual({
      channel: 'mail',
      problem: 'sender-refused',
      responseCode: 553,
    });
  });

  it('is a wrong password, or a log-in that is missing', async () => {
    const { url } = await mailServer({
      authOptional: false,
      onAuth: (_auth, _session, callback) => callback(reply(535, 'Wrong password')),
    });
    const withPassword = url.replace('smtp://', 'smtp://user:wrong@');
    expect(await failureOf(channelTo(withPassword).send(message()))).toMatchObject({ problem: 'authentication' });
    expect(await failureOf(channelTo(url).send(message()))).toEqual({
      channel: 'mail',
      problem: 'authentication',
      responseCode: 530,
    });
  });

  it('is a server that accepts the connection and says nothing', async () => {
    const url = await socketServer(() => undefined);
    expect(await failureOf(channelTo(url).send(message()))).toMatchObject({ problem: 'timed-out' });
  });

  it('is a server that answers drop by drop for longer than a message may take', async () => {
    const url = await socketServer((socket) => {
      const dripping = setInterval(() => socket.write('220-wait\r\n'), 50);
      socket.on('close', () => clearInterval(dripping));
    });
    const channel = channelTo(url, { timeouts: { greeting: 10_000, socket: 400, message: 600 } });
    expect(await failureOf(channel.send(message()))).toMatchObject({ problem: 'timed-out' });
  });

  it.each(['MAIL', 'RCPT', 'DATA', 'END-OF-DATA'])('is a connection that breaks at %s', async (at) => {
    const { url, counts } = await droppingServer((command) => command === at);
    expect(await failureOf(channelTo(url).send(message()))).toMatchObject({ problem: 'unreachable' });
    expect(counts.connections).toBe(1);
  });

  it('is not one when the server had dropped a connection kept open: another takes the mail', async () => {
    let dropped = false;
    const { url, counts } = await droppingServer((command, taken) => {
      if (command !== 'MAIL' || taken !== 1 || dropped) return false;
      return (dropped = true);
    });
    const channel = channelTo(url, { connections: 1 });
    await channel.send(message('yellow'));
    expect((await channel.send(message('red'))).result).toBe('sent');
    expect(counts).toEqual({ connections: 2, taken: 2, dataSent: 2 });
  });

  it('is a connection kept open that breaks when the mail may have been taken: not tried again behind our back', async () => {
    const { url, counts } = await droppingServer((command, taken) => command === 'END-OF-DATA' && taken === 1);
    const channel = channelTo(url, { connections: 1 });
    await channel.send(message('yellow'));
    expect(await failureOf(channel.send(message('red')))).toMatchObject({ problem: 'unreachable' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(counts).toEqual({ connections: 1, taken: 1, dataSent: 2 });
  });

  it('is a server going down (421)', async () => {
    const url = await socketServer((socket) => socket.end('421 closing\r\n'));
    expect(await failureOf(channelTo(url).send(message()))).toMatchObject({
      problem: 'unreachable',
      responseCode: 421,
    });
  });
});

describe('a channel being closed', () => {
  it('ends what is under way first, and takes nothing more', async () => {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const { url } = await mailServer({
      onData(stream, _session, callback) {
        begin();
        stream.resume().on('end', () => setTimeout(callback, 150));
      },
    });
    const channel = channelTo(url);
    const sending = channel.send(message());
    await begun;
    await channel.close();
    expect((await sending).result).toBe('sent');
    expect(await failureOf(channel.send(message()))).toEqual({ channel: 'mail', problem: 'closed' });
  });

  it('gives back what was waiting for a connection', async () => {
    const url = await socketServer(() => undefined);
    const channel = channelTo(url, { connections: 1 });
    const both = [channel.send(message()), channel.send(message())].map(failureOf);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await channel.close();
    expect((await Promise.all(both)).map(({ problem }) => problem)).toEqual(['timed-out', 'closed']);
  });
});
