import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AppError } from '@hotline/application';
import { workflowIdOf } from '@hotline/contracts-process';
import { DEFAULT_POLICY, fastPolicy, type RungActed } from '@hotline/domain';
import { acknowledge, answerDirectly, assign, HOUR, REGISTER, unitHandler } from './a-case.ts';
import { bundle, Engine } from './engine.ts';

const refusedConnection = (): Error => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

describe('the engine in trouble', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.start(await bundle());
  }, 60_000);
  afterAll(() => engine.stop());
  afterEach(() => engine.ledger.faults.clear());

  /** A case with a lead and a co unit that have both acknowledged. */
  const underWay = async (stream: string): Promise<void> => {
    await engine.ledger.command(stream, REGISTER);
    await engine.relay();
    await engine.ledger.command(stream, assign('housing', 'power'));
    await engine.relay();
    await engine.ledger.command(stream, acknowledge('a1'), unitHandler('housing'));
    await engine.ledger.command(stream, acknowledge('a2'), unitHandler('power'));
    await engine.relay();
  };
  const acted = (stream: string): RungActed[] =>
    engine.ledger
      .eventsOf(stream)
      .filter(({ type }) => type === 'RungActed')
      .map(({ payload }) => payload as RungActed);
  const rungsOf = (stream: string, subject: string): string[] =>
    acted(stream)
      .filter((rung) => rung.subject === subject)
      .map(({ rung }) => rung);
  const sleepUntil = async (holds: () => boolean, days: number): Promise<void> => {
    for (let hours = 0; hours < days * 24 && !holds(); hours += 6) await engine.sleep(6 * HOUR);
    if (!holds()) throw new Error('slept in vain');
  };
  /** The stream's workflow ends, so that it is in nobody's way. */
  const leave = async (stream: string): Promise<void> => {
    await engine.env.client.workflow.getHandle(workflowIdOf(stream)).terminate();
  };

  it('makes a task of an action that failed for good, goes on, and tries it again some hours later', async () => {
    const stream = '202601050201';
    await underWay(stream);
    engine.ledger.faults.set('actOnStream', (input) => {
      if ((input as { key: string }).key === 'a1/due:1:yellow:1') throw new AppError('policy.broken');
    });
    await sleepUntil(() => rungsOf(stream, 'a2/due').includes('yellow'), 10);
    expect(engine.ledger.failed).toContainEqual({ stream, key: 'a1/due:1:yellow:1', code: 'policy.broken' });
    expect(rungsOf(stream, 'a1/due')).toEqual([]);
    engine.ledger.faults.clear();
    await sleepUntil(() => rungsOf(stream, 'a1/due').includes('yellow'), 1);
    expect(await engine.status(stream)).toBe('RUNNING');
    expect(engine.ledger.failed.filter((failed) => failed.stream === stream)).toHaveLength(1);
    await leave(stream);
  }, 60_000);

  it('gives a defect up after some minutes, without a word of it in the history', async () => {
    const stream = '202601050202';
    await engine.ledger.command(stream, REGISTER);
    await engine.relay();
    engine.ledger.faults.set('actOnStream', () => {
      throw new TypeError('王先生 13912345678');
    });
    await sleepUntil(() => engine.ledger.failed.some((failed) => failed.stream === stream), 5);
    expect(engine.ledger.failed).toContainEqual({ stream, key: 'intake:1:unanswered:1', code: 'unexpected' });
    const history = JSON.stringify(await engine.history(stream), (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString() : value,
    );
    expect(history).toContain('unexpected');
    expect(history).not.toContain('王先生');
    engine.ledger.faults.clear();
    await engine.ledger.command(stream, answerDirectly);
    await engine.deliver();
    // A later attempt may be waiting for its next retry, in skipped time.
    await engine.sleep(HOUR);
    await engine.until(async () => (await engine.status(stream)) === 'COMPLETED', 'the case is done');
  }, 60_000);

  it('reads the ledger again when an action moves nothing, and then makes a task of it', async () => {
    const stream = '202601050203';
    await engine.ledger.command(stream, REGISTER);
    await engine.relay();
    engine.ledger.refusesToAct = true;
    await sleepUntil(() => engine.ledger.failed.some((failed) => failed.stream === stream), 5);
    engine.ledger.refusesToAct = false;
    expect(engine.ledger.failed.filter((failed) => failed.stream === stream)).toEqual([
      { stream, key: 'intake:1:unanswered:1', code: 'action.no-progress' },
    ]);
    // Two asks each time, and the second time is hours later: how many fit into the sleep is the machine's affair.
    expect(engine.ledger.acts.filter(({ key }) => key === 'intake:1:unanswered:1').length).toBeLessThanOrEqual(8);
    await leave(stream);
  }, 60_000);

  it('after an outage of the database over three rungs, acts on the highest alone', async () => {
    const stream = '202601050204';
    // A working day lasts half an hour here: yellow after 1.9 hours, red after 2.5, the urging notice after 3.
    engine.ledger.policy = fastPolicy(1_800);
    await underWay(stream);
    engine.ledger.policy = DEFAULT_POLICY;
    engine.ledger.faults.set('actOnStream', () => {
      throw refusedConnection();
    });
    await engine.sleep(3.6 * HOUR);
    expect(acted(stream)).toEqual([]);
    expect(engine.ledger.failed.some((failed) => failed.stream === stream)).toBe(false);
    engine.ledger.faults.clear();
    await engine.sleep(0.3 * HOUR);
    expect(acted(stream).filter(({ subject }) => subject === 'a1/due')).toMatchObject([
      { rung: 'urging-notice', overtaken: ['yellow', 'red'] },
    ]);
    await leave(stream);
  }, 60_000);

  it('lets slow mail delay neither a rung nor a signal, and delivers when the server is back', async () => {
    const stream = '202601050206';
    engine.ledger.faults.set('deliverNotices', () => {
      throw new AppError('notice.undelivered');
    });
    // Whatever day it is, a working day lasts four hours here.
    engine.ledger.policy = fastPolicy(4 * 3_600);
    await engine.ledger.command(stream, REGISTER);
    await engine.ledger.command(stream, assign('housing', 'power'));
    engine.ledger.policy = DEFAULT_POLICY;
    await engine.deliver();
    await engine.until(async () => (await engine.state(stream))?.head.number === 2, 'the assignment is folded');
    await sleepUntil(() => rungsOf(stream, 'a1/acknowledge').includes('unread'), 2);
    expect(engine.ledger.deliveries).not.toContain(stream);
    engine.ledger.faults.clear();
    await sleepUntil(() => engine.ledger.deliveries.includes(stream), 1);
    expect(engine.ledger.failed.some((failed) => failed.stream === stream)).toBe(false);
    expect((await engine.counts(stream))['ACTIVITY_TASK_SCHEDULED']).toBeLessThanOrEqual(2);
    await leave(stream);
  }, 60_000);

  it('tells a person when mail has not gone for three days', async () => {
    const stream = '202601050207';
    engine.ledger.faults.set('deliverNotices', () => {
      throw new AppError('notice.undelivered');
    });
    await engine.ledger.command(stream, REGISTER);
    await engine.ledger.command(stream, assign('housing', 'power'));
    await engine.deliver();
    await sleepUntil(() => engine.ledger.failed.some((failed) => failed.stream === stream), 4);
    expect(engine.ledger.failed).toContainEqual({ stream, key: 'notices', code: 'notice.undelivered' });
    await leave(stream);
  }, 120_000);
});
