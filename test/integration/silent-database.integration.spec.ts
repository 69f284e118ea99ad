import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createSuiteDatabase } from '@hotline/infra';
import { listenToChannel, openDatabase } from '@hotline/persistence';

const SILENCE = 500;

describe('a connection to the database that says nothing any more', () => {
  let url: URL;
  let relayed: Server;
  const open: Socket[] = [];
  beforeAll(async () => {
    url = new URL(await createSuiteDatabase());
    const port = Number(url.port);
    relayed = createServer((near) => {
      const far = connect(port, '127.0.0.1');
      for (const socket of [near, far]) open.push(socket.on('error', () => undefined));
      near.pipe(far).pipe(near);
    }).listen(0, '127.0.0.1');
    await once(relayed, 'listening');
    url.port = String((relayed.address() as AddressInfo).port);
  });
  afterEach(() => {
    for (const socket of open.splice(0)) socket.destroy();
  });
  afterAll(() => void relayed.close());

  /** Nothing passes any more on what is open; what is opened later works. */
  const silence = (): void => {
    for (const socket of open) socket.unpipe().pause();
  };

  it('is an outage after a while, and the next one works', async () => {
    const orm = await openDatabase(url.href, { max: 1, silence: SILENCE });
    await orm.em.fork().execute('select 1');
    silence();
    await expect(orm.em.fork().execute('select 2')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(await orm.em.fork().execute('select 3 as three')).toEqual([{ three: 3 }]);
    await orm.close(true);
  });

  it('does not keep what it had locked', async () => {
    const orm = await openDatabase(url.href, { silence: 4 * SILENCE, idleInTransaction: SILENCE });
    const locking = orm.em.fork().transactional(async (em) => {
      await em.execute('select pg_advisory_xact_lock(42)');
      silence();
      await orm.em.fork().execute('select pg_advisory_xact_lock(42)');
      return 'locked by another';
    });
    await expect(locking).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    await orm.close(true);
  });

  it('goes back to the pool, wherever in a transaction it broke', async () => {
    const orm = await openDatabase(url.href, { max: 1, silence: SILENCE });
    const breaking = (work: () => void) =>
      orm.em.fork().transactional(async (em) => {
        await em.execute('select 1');
        work();
        await em.execute('select 2');
      });
    const breakAll = (): void => {
      for (const socket of open.splice(0)) socket.destroy();
    };
    await expect(breaking(breakAll)).rejects.toThrow(/connection/i);
    await expect(breaking(silence)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    await breaking(() => undefined);
    silence();
    // Now it breaks at the begin.
    await expect(breaking(() => undefined)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    await breaking(() => undefined);
    await orm.close(true);
  });

  it('is heard again by who listens, after a while', async () => {
    const heard: string[] = [];
    let missed = 0;
    const listening = listenToChannel({
      databaseUrl: url.href,
      channel: 'ledger',
      heard: (stream) => heard.push(stream),
      missed: () => missed++,
      silence: SILENCE,
    });
    const orm = await openDatabase(url.href);
    const announce = () => orm.em.fork().execute(`select pg_notify('ledger', '202601050042')`);
    const expectSoon = async (holds: () => boolean): Promise<void> => {
      for (let turn = 0; turn < 200 && !holds(); turn++) await new Promise((resolve) => setTimeout(resolve, 25));
      expect(holds()).toBe(true);
    };
    await new Promise((resolve) => setTimeout(resolve, 300));
    await announce();
    await expectSoon(() => heard.length === 1);
    // Longer than the silence: a connection that is only quiet is kept.
    await new Promise((resolve) => setTimeout(resolve, 3 * SILENCE));
    expect(missed).toBe(0);
    silence();
    await expectSoon(() => missed === 1);
    await orm.close(true);
    await listening.stop();
  });
});
