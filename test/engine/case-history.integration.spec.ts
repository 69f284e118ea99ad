import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acknowledge,
  assign,
  callBack,
  contact,
  convene,
  DAY,
  feedback,
  HOUR,
  holdSettled,
  REGISTER,
  review,
  unitHandler,
} from './a-case.ts';
import { bundle, Engine } from './engine.ts';

describe("a case's history", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.start(await bundle());
  }, 60_000);
  afterAll(() => engine.stop());

  it('has at most 120 events for two units, yellow and red, a meeting, feedback, review and callback', async () => {
    const stream = '202601050001';
    const { ledger } = engine;
    const act = async (...step: Parameters<typeof ledger.command>): Promise<void> => {
      await ledger.command(...step);
      await engine.relay();
    };
    const now = async () => new Date(Number(await engine.env.currentTimeMs())).toISOString();
    await act(stream, REGISTER);
    await act(stream, assign('housing', 'power'));
    await act(stream, acknowledge('a1'), unitHandler('housing'));
    await act(stream, acknowledge('a2'), unitHandler('power'));
    await act(stream, contact('a1', await now()), unitHandler('housing'));
    await act(stream, feedback('a2', await now()), unitHandler('power'));
    await act(stream, review('a2'));
    const rungs = () =>
      ledger
        .eventsOf(stream)
        .filter(({ type }) => type === 'RungActed')
        .map(({ payload }) => (payload as { rung: string }).rung);
    for (let day = 0; day < 12 && !rungs().includes('red'); day++) await engine.sleep(DAY);
    await act(stream, convene(new Date(Date.parse(await now()) + HOUR).toISOString(), 'housing', 'power'));
    await engine.sleep(2 * HOUR);
    await ledger.meetingCommand(`${stream}-meeting-1`, holdSettled);
    await engine.relay();
    await act(stream, feedback('a1', await now()), unitHandler('housing'));
    await act(stream, review('a1'));
    await ledger.command(stream, callBack);
    await engine.deliver();
    await engine.until(async () => (await engine.status(stream)) === 'COMPLETED', 'the case is done');
    const counts = await engine.counts(stream);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    console.log(
      `history events: ${total} in the case's workflow, of ${ledger.eventsOf(stream).length} events in the ledger`,
    );
    expect(rungs()).toEqual(['yellow', 'red']);
    expect(ledger.reads.filter((read) => read.stream === stream)).toHaveLength(0);
    expect(total).toBeLessThanOrEqual(120);
  }, 120_000);
});
