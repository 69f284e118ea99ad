import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acknowledgeAssignment, assignCase, databaseClock, registerCase } from '@hotline/application';
import { SEARCH_ATTRIBUTES, workflowIdOf } from '@hotline/contracts-process';
import { startTemporalDevServer, type TestTemporalServer } from '@hotline/infra';
import { TaskEntity, writeOutbox } from '@hotline/persistence';
import { Client, Connection } from '@temporalio/client';
import { REQUEST, sowSmallCity, type SmallCity } from '../integration/small-city.ts';
import { databaseOutbox, outboxBell } from '../../apps/api/src/relay/compose-relay.main.ts';
import { startRelay, type RunningRelay } from '../../apps/api/src/relay/relay.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the relay, on a real database and a real Temporal', () => {
  let city: SmallCity;
  let server: TestTemporalServer;
  let connection: Connection;
  let client: Client;
  const relays: RunningRelay[] = [];

  beforeAll(async () => {
    [city, server] = await Promise.all([
      sowSmallCity(databaseClock),
      startTemporalDevServer({ searchAttributes: SEARCH_ATTRIBUTES }),
    ]);
    connection = Connection.lazy({ address: server.address });
    client = new Client({ connection, namespace: server.namespace });
  }, 60_000);
  afterAll(async () => {
    await stopRelays();
    await connection.close();
    await city.close();
    await server.stop();
  }, 30_000);

  async function relay(
    owner: string,
    more: { lookEvery?: number; attempts?: number; bell?: boolean } = {},
  ): Promise<void> {
    const { bell = true, ...options } = more;
    const store = databaseOutbox(city.orm, owner);
    const rings = bell ? { bell: outboxBell(city.databaseUrl) } : {};
    relays.push(await startRelay({ store, client, logger: SILENT, refusedPause: 50, ...rings, ...options }));
  }
  async function stopRelays(): Promise<void> {
    await Promise.all(relays.splice(0).map((one) => one.stop()));
  }
  async function until(holds: () => Promise<boolean>, within = 30_000): Promise<void> {
    const end = performance.now() + within;
    while (performance.now() < end) {
      if (await holds()) return;
      await pause(20);
    }
    throw new Error('waited in vain');
  }
  const outbox = () =>
    city.orm.em
      .fork()
      .execute<{ stream: string; attempts: number; dead_at: Date | null }[]>('select * from outbox order by stream');
  const signalsOf = async (caseNumber: string): Promise<string[]> => {
    const { events } = await client.workflow.getHandle(workflowIdOf(caseNumber)).fetchHistory();
    const signals = (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) => signal ?? []);
    return signals.map(({ signalName, input }) => {
      const types = (input?.payloads ?? []).map(({ data }) => typeOf(data));
      expect(signalName).toBe(types[0]);
      return types.join('+');
    });
  };
  const typeOf = (data: Uint8Array | null | undefined): string =>
    (JSON.parse(Buffer.from(data ?? []).toString()) as { type: string }).type;
  const register = async (): Promise<string> => (await registerCase(city.as('operator'), { ...REQUEST })).caseNumber;
  const assign = async (caseNumber: string): Promise<void> => {
    const units = [{ unitId: 'water', role: 'lead' as const }];
    await assignCase(city.as('operator'), { caseNumber, units, quality: '修好', feedback: '书面' });
    await acknowledgeAssignment(city.as('water-handler'), { caseNumber, assignmentId: 'a1' });
  };

  it('starts the workflow and brings the events in their order, in one signal; the outbox is empty then', async () => {
    const caseNumber = await register();
    await assign(caseNumber);
    await relay('one');
    await until(async () => (await outbox()).length === 0);
    expect(await signalsOf(caseNumber)).toEqual(['CaseRegistered+CaseAssigned+AssignmentAcknowledged']);
    const description = await client.workflow.getHandle(workflowIdOf(caseNumber)).describe();
    expect(description.searchAttributes).toMatchObject({
      HotlineStage: ['registered'],
      HotlineCategory: ['water-supply'],
    });
    expect(await description.staticSummary()).toBe(`工单 ${caseNumber}`);
    await stopRelays();
  }, 60_000);

  it('hears of an event at once, and does not wait for its next look', async () => {
    await relay('one', { lookEvery: 60_000 });
    await pause(500);
    const began = performance.now();
    const caseNumber = await register();
    await until(async () => (await outbox()).length === 0);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(await signalsOf(caseNumber)).toEqual(['CaseRegistered']);
    await stopRelays();
  }, 60_000);

  it('shares the work with as many relays as run, and no event is brought twice', async () => {
    const caseNumbers = await Promise.all(Array.from({ length: 24 }, register));
    await Promise.all(['one', 'two', 'three'].map((owner) => relay(owner)));
    await until(async () => (await outbox()).length === 0);
    for (const caseNumber of caseNumbers) expect(await signalsOf(caseNumber)).toEqual(['CaseRegistered']);
    await stopRelays();
  }, 60_000);

  it('waits while Temporal is away, counts no attempt, and delivers when it is back', async () => {
    await relay('one');
    await server.halt();
    const caseNumber = await register();
    await pause(7_000);
    expect(await outbox()).toMatchObject([{ stream: caseNumber, attempts: 0, dead_at: null }]);
    await server.resume();
    await until(async () => (await outbox()).length === 0);
    // A call whose answer was lost is made again; the workflow knows the event by its number and hash.
    expect(new Set(await signalsOf(caseNumber))).toEqual(new Set(['CaseRegistered']));
    await stopRelays();
  }, 60_000);

  it('sets aside what Temporal refuses again and again, makes a task of it, and everything else goes on', async () => {
    const refused = await register();
    const em = city.orm.em.fork();
    // More than a signal may hold (2 MB): no release writes such an event.
    const canonical = JSON.stringify({
      stream: refused,
      number: 2,
      type: 'CaseDeclined',
      payload: { much: 'x'.repeat(3_000_000) },
    });
    await em.execute(
      `insert into event (stream, number, type, at, canonical, hash) values (?, 2, 'CaseDeclined', now(), ?, 'h')`,
      [refused, canonical],
    );
    await em.execute('update stream set head_number = 2 where id = ?', [refused]);
    await em.transactional((tx) => writeOutbox(tx, refused, 1));
    await relay('one', { lookEvery: 50, attempts: 3 });
    await until(async () => (await outbox())[0]?.dead_at !== null);
    const [row] = await outbox();
    expect(row).toMatchObject({ stream: refused, attempts: 3 });
    expect(new Set(await signalsOf(refused))).toEqual(new Set(['CaseRegistered']));
    const tasks = await city.orm.em.fork().find(TaskEntity, { stream: refused, kind: 'dead-letter' });
    expect(tasks).toMatchObject([{ queue: 'administration', detail: { key: 'relay:2', code: 'INVALID_ARGUMENT' } }]);
    const other = await register();
    await until(async () => (await outbox()).length === 1);
    expect(await signalsOf(other)).toEqual(['CaseRegistered']);
    await stopRelays();
  }, 60_000);
});
