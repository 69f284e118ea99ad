import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Line } from './line.ts';

describe('a line between two parts', () => {
  let echo: Server;
  let line: Line;
  const callers: Socket[] = [];
  beforeEach(async () => {
    echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    line = await Line.open((echo.address() as AddressInfo).port);
  });
  afterEach(async () => {
    for (const caller of callers.splice(0)) caller.destroy();
    await line.close();
    echo.close();
  });

  function call(): { said: () => string; say: (words: string) => void; closed: Promise<unknown> } {
    let heard = '';
    const socket = connect({ port: line.port, host: '127.0.0.1' });
    callers.push(socket);
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('data', (chunk) => (heard += chunk.toString()));
    return { said: () => heard, say: (words) => void socket.write(words), closed };
  }
  async function expectSoon(holds: () => boolean): Promise<void> {
    for (let turn = 0; turn < 500 && !holds(); turn++) await pause(20);
    expect(holds()).toBe(true);
  }

  it('carries both ways', async () => {
    const caller = call();
    caller.say('hello');
    await expectSoon(() => caller.said() === 'hello');
  });

  it('cut, breaks what is open and lets nothing in until it is healed', async () => {
    const caller = call();
    caller.say('hello');
    await expectSoon(() => caller.said() === 'hello');
    line.trouble('cut');
    await caller.closed;
    await call().closed;
    line.heal();
    const again = call();
    again.say('again');
    await expectSoon(() => again.said() === 'again');
  });

  it('hanging, passes nothing, and everything in order when it is healed', async () => {
    const caller = call();
    caller.say('a');
    await expectSoon(() => caller.said() === 'a');
    line.trouble('hang');
    caller.say('b');
    const late = call();
    late.say('late');
    await pause(200);
    expect([caller.said(), late.said()]).toEqual(['a', '']);
    line.heal();
    caller.say('c');
    await expectSoon(() => caller.said() === 'abc' && late.said() === 'late');
  });

  it('stale, never says anything more on what was open, while what is new passes', async () => {
    const caller = call();
    caller.say('a');
    await expectSoon(() => caller.said() === 'a');
    line.trouble('stale');
    caller.say('b');
    const fresh = call();
    fresh.say('fresh');
    await expectSoon(() => fresh.said() === 'fresh');
    line.heal();
    await pause(200);
    expect(caller.said()).toBe('a');
  });

  it('slow, brings everything later and in order', async () => {
    const caller = call();
    line.trouble('slow');
    const began = performance.now();
    caller.say('a');
    await expectSoon(() => caller.said() === 'a');
    expect(performance.now() - began).toBeGreaterThan(250);
    caller.say('b');
    await pause(20);
    line.heal();
    caller.say('c');
    await expectSoon(() => caller.said() === 'abc');
  });
});
