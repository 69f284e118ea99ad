import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { databaseClock, recordUrgingCall, registerCase, assignCase, type CaseView } from '@hotline/application';
import { buryOutbox, deliveredOutbox, leaseOutbox, postponeOutbox, undeliveredEvents } from '@hotline/persistence';
import { REQUEST, sowSmallCity, type SmallCity } from './small-city.ts';

const LONG = 60_000;

describe('the outbox', () => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
  });
  afterAll(() => city.close());
  beforeEach(() => em().execute('delete from outbox'));

  const em = () => city.orm.em.fork();
  const registered = (): Promise<CaseView> => registerCase(city.as('operator'), REQUEST);
  const numbersOf = async (stream: string): Promise<number[]> =>
    (await undeliveredEvents(em(), stream)).map(({ number }) => number);

  async function changed(): Promise<string> {
    const { caseNumber } = await registered();
    const units = [{ unitId: 'water', role: 'lead' }] as const;
    await assignCase(city.as('operator'), { caseNumber, units, quality: '恢复供水', feedback: '答复市民' });
    return caseNumber;
  }
  const callAgain = (caseNumber: string) =>
    recordUrgingCall(city.as('operator'), { caseNumber, assignmentId: 'a1', text: '电话催办' });

  it('gives each stream to one of two relays', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, registered));
    const [one, two] = await Promise.all([leaseOutbox(em(), 'one', 8, LONG), leaseOutbox(em(), 'two', 8, LONG)]);
    const rest = await leaseOutbox(em(), 'three', 8, LONG);
    expect([...one, ...two, ...rest].sort()).toEqual(all.map(({ caseNumber }) => caseNumber).sort());
    expect(await leaseOutbox(em(), 'four', 8, LONG)).toEqual([]);
  });

  it('keeps what happened during a delivery for the next one', async () => {
    const caseNumber = await changed();
    await leaseOutbox(em(), 'one', 1, LONG);
    expect(await numbersOf(caseNumber)).toEqual([1, 2]);
    await callAgain(caseNumber);
    await deliveredOutbox(em(), 'one', caseNumber, 2);
    expect(await numbersOf(caseNumber)).toEqual([3]);
    expect(await leaseOutbox(em(), 'two', 1, LONG)).toEqual([caseNumber]);
    await deliveredOutbox(em(), 'two', caseNumber, 3);
    expect(await numbersOf(caseNumber)).toEqual([]);
  });

  it('loses nothing when events and deliveries meet, however often', async () => {
    const caseNumber = await changed();
    let through = 0;
    const deliver = async (): Promise<void> => {
      for (const stream of await leaseOutbox(em(), 'one', 1, LONG)) {
        const numbers = await numbersOf(stream);
        expect(numbers[0]).toBe(through + 1);
        through = numbers.at(-1) ?? through;
        await deliveredOutbox(em(), 'one', stream, through);
      }
    };
    for (let round = 0; round < 15; round++) await Promise.all([callAgain(caseNumber), deliver()]);
    await deliver();
    expect([through, await numbersOf(caseNumber)]).toEqual([17, []]);
  });

  it('heeds nothing of a relay whose lease was lost', async () => {
    const caseNumber = await changed();
    await leaseOutbox(em(), 'slow', 1, 1);
    await pause(20);
    expect(await leaseOutbox(em(), 'quick', 1, LONG)).toEqual([caseNumber]);
    await deliveredOutbox(em(), 'slow', caseNumber, 2);
    expect(await postponeOutbox(em(), 'slow', caseNumber, LONG, true)).toBe(0);
    await buryOutbox(em(), 'slow', caseNumber);
    expect(await numbersOf(caseNumber)).toEqual([1, 2]);
    const rows = await em().execute('select leased_by, attempts, dead_at from outbox');
    expect(rows).toEqual([{ leased_by: 'quick', attempts: 0, dead_at: null }]);
  });

  it('sets a dead letter aside, and leaves it there when more happens', async () => {
    const caseNumber = await changed();
    await leaseOutbox(em(), 'one', 1, LONG);
    expect(await postponeOutbox(em(), 'one', caseNumber, 0, true)).toBe(1);
    await leaseOutbox(em(), 'one', 1, LONG);
    await buryOutbox(em(), 'one', caseNumber);
    await callAgain(caseNumber);
    expect(await leaseOutbox(em(), 'two', 1, LONG)).toEqual([]);
    expect(await numbersOf(caseNumber)).toEqual([1, 2, 3]);
  });
});
