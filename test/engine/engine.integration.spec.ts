import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REREAD_SIGNAL, workflowIdOf } from '@hotline/contracts-process';
import type { CaseState } from '@hotline/domain';
import { startOrReread } from '../../apps/api/src/relay/stream-signals.ts';
import {
  acknowledge,
  answerDirectly,
  assign,
  closeAsExplained,
  convene,
  DAY,
  holdSettled,
  HOUR,
  REGISTER,
  reopen,
  unitHandler,
} from './a-case.ts';
import { bundle, Engine } from './engine.ts';

describe('the engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.start(await bundle());
  }, 60_000);
  afterAll(() => engine.stop());

  const assigned = async (stream: string): Promise<void> => {
    await engine.ledger.command(stream, REGISTER);
    await engine.relay();
    await engine.ledger.command(stream, assign('housing', 'power'));
    await engine.relay();
  };
  /** Assigned in the ledger alone: its workflow begins with nothing but the number. */
  const begunByNumber = async (stream: string): Promise<void> => {
    await engine.ledger.command(stream, REGISTER);
    await engine.ledger.command(stream, assign('housing', 'power'));
    engine.ledger.takeUndelivered();
    await startOrReread(engine.env.client, stream);
    await engine.untilFolded(stream);
  };
  const inDays = async (days: number): Promise<string> =>
    new Date(Number(await engine.env.currentTimeMs()) + days * DAY).toISOString();
  const readsOf = (stream: string): number => engine.ledger.reads.filter((read) => read.stream === stream).length;

  it('starts from the number of the case alone and reads the ledger once', async () => {
    const stream = '202601050101';
    await begunByNumber(stream);
    expect(readsOf(stream)).toBe(1);
    const history = await engine.history(stream);
    const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    expect(JSON.parse(Buffer.from(started?.input?.payloads?.[0]?.data ?? []).toString())).toEqual({ stream });
    expect(await engine.state(stream)).toEqual(engine.ledger.caseOf(stream));
  });

  it('sends nothing when it comes back and every notice was sent', async () => {
    const stream = '202601050131';
    await assigned(stream);
    await engine.until(async () => engine.ledger.deliveries.includes(stream), 'the notice is sent');
    await engine.env.client.workflow.getHandle(workflowIdOf(stream)).terminate();
    await startOrReread(engine.env.client, stream);
    await engine.untilFolded(stream);
    expect(readsOf(stream)).toBe(1);
    const { ACTIVITY_TASK_SCHEDULED, WORKFLOW_TASK_COMPLETED } = await engine.counts(stream);
    expect({ ACTIVITY_TASK_SCHEDULED, WORKFLOW_TASK_COMPLETED }).toEqual({ WORKFLOW_TASK_COMPLETED: 1 });
  });

  it('sends what was left unsent when it comes back', async () => {
    const stream = '202601050132';
    await begunByNumber(stream);
    await engine.until(async () => engine.ledger.deliveries.includes(stream), 'the notice is sent');
    expect(await engine.counts(stream)).toMatchObject({ ACTIVITY_TASK_SCHEDULED: 1 });
  });

  it('reads nothing when the first event comes with the start', async () => {
    const stream = '202601050130';
    await assigned(stream);
    expect(readsOf(stream)).toBe(0);
    expect(await engine.state(stream)).toEqual(engine.ledger.caseOf(stream));
  });

  it('waits on one timer, which says in the history what it is for', async () => {
    const stream = '202601050102';
    await assigned(stream);
    const { events = [] } = await engine.history(stream);
    const started = events?.filter((event) => event.timerStartedEventAttributes) ?? [];
    const ended =
      events?.filter((event) => event.timerCanceledEventAttributes ?? event.timerFiredEventAttributes) ?? [];
    expect(started.length - ended.length).toBe(1);
    expect(Buffer.from(started.at(-1)?.userMetadata?.summary?.data ?? []).toString()).toBe('"a1/acknowledge → unread"');
  });

  it('reads the ledger again when an event is missing before the one that comes', async () => {
    const stream = '202601050103';
    await engine.ledger.command(stream, REGISTER);
    await engine.relay();
    await engine.ledger.command(stream, assign('housing', 'power'));
    await engine.ledger.command(stream, acknowledge('a1'), unitHandler('housing'));
    const [, last] = engine.ledger.takeUndelivered();
    if (last) await engine.signal(last);
    await engine.untilFolded(stream);
    expect(readsOf(stream)).toBe(1);
    expect(await engine.state(stream)).toEqual(engine.ledger.caseOf(stream));
  });

  it('ignores an event that it knows', async () => {
    const stream = '202601050104';
    await assigned(stream);
    await engine.signal(...engine.ledger.eventsOf(stream));
    await engine.untilFolded(stream);
    expect(readsOf(stream)).toBe(0);
    expect(await engine.state(stream)).toEqual(engine.ledger.caseOf(stream));
  });

  it('drops its state for the ledger when a known number comes with another hash', async () => {
    const stream = '202601050105';
    await assigned(stream);
    engine.ledger.loseLast(stream, 1);
    await engine.ledger.command(stream, answerDirectly);
    await engine.relay();
    expect(((await engine.state(stream)) as CaseState).stage).toBe('closed');
    expect(await engine.state(stream)).toEqual(engine.ledger.caseOf(stream));
  });

  it('compares itself with the ledger when it is asked to', async () => {
    const stream = '202601050106';
    await assigned(stream);
    engine.ledger.loseLast(stream, 1);
    await startOrReread(engine.env.client, stream);
    await engine.untilFolded(stream);
    expect(((await engine.state(stream)) as CaseState).stage).toBe('registered');
  });

  it('ends when nothing is next; a late event begins a new run of the same id', async () => {
    const stream = '202601050108';
    await assigned(stream);
    await engine.ledger.command(stream, closeAsExplained);
    await engine.relay();
    await engine.until(async () => (await engine.status(stream)) === 'COMPLETED', 'the case is done');
    const first = (await engine.env.client.workflow.getHandle(workflowIdOf(stream)).describe()).runId;
    await engine.ledger.command(stream, reopen);
    await engine.relay();
    const second = await engine.env.client.workflow.getHandle(workflowIdOf(stream)).describe();
    expect(second.status.name).toBe('RUNNING');
    expect(second.runId).not.toBe(first);
    expect(second.searchAttributes).toMatchObject({ HotlineStage: ['assigned'] });
  });

  it('goes on when somebody asks to cancel it', async () => {
    const stream = '202601050109';
    await assigned(stream);
    await engine.env.client.workflow.getHandle(workflowIdOf(stream)).cancel();
    await engine.ledger.command(stream, acknowledge('a1'), unitHandler('housing'));
    await engine.relay();
    await engine.sleep(4 * DAY);
    expect(await engine.status(stream)).toBe('RUNNING');
    expect(engine.ledger.eventsOf(stream).some(({ type }) => type === 'RungActed')).toBe(true);
  });

  it("starts a meeting's workflow once, and none for a meeting that has ended", async () => {
    const stream = '202601050110';
    const meeting = `${stream}-meeting-1`;
    await assigned(stream);
    await engine.ledger.command(stream, convene(await inDays(3), 'housing', 'power'));
    await engine.relay();
    await startOrReread(engine.env.client, stream);
    await engine.untilFolded(stream);
    expect(await engine.counts(stream)).toMatchObject({ START_CHILD_WORKFLOW_EXECUTION_INITIATED: 1 });
    await engine.untilFolded(meeting);
    expect(engine.ledger.deliveries).toContain(meeting);
    await engine.ledger.meetingCommand(meeting, holdSettled);
    await engine.relay();
    await engine.until(async () => (await engine.status(meeting)) === 'COMPLETED', 'the meeting is over');
    await engine.env.client.workflow.getHandle(workflowIdOf(stream)).terminate();
    await startOrReread(engine.env.client, stream);
    await engine.untilFolded(stream);
    expect((await engine.counts(stream))['START_CHILD_WORKFLOW_EXECUTION_INITIATED']).toBeUndefined();
  });

  it("adopts a meeting's workflow that the relay has started before", async () => {
    const stream = '202601050111';
    const meeting = `${stream}-meeting-1`;
    await assigned(stream);
    await engine.ledger.command(stream, convene(await inDays(30), 'housing', 'power'));
    await startOrReread(engine.env.client, meeting);
    await engine.untilFolded(meeting);
    await engine.relay();
    await engine.until(
      async () => (await engine.counts(stream))['START_CHILD_WORKFLOW_EXECUTION_FAILED'] === 1,
      'adopted',
    );
    await engine.ledger.command(stream, acknowledge('a1'), unitHandler('housing'));
    await engine.relay();
    expect(await engine.status(stream)).toBe('RUNNING');
    expect(await engine.status(meeting)).toBe('RUNNING');
  });

  it('continues as new when its history is long, with the same rungs ahead', async () => {
    const stream = '202601050112';
    await assigned(stream);
    const handle = engine.env.client.workflow.getHandle(workflowIdOf(stream));
    const first = (await handle.describe()).runId;
    const isOfFirst = async (): Promise<boolean> => (await handle.describe()).runId === first;
    // In bursts: a run cannot end while signals still come, and the signals alone make the history long.
    for (let burst = 0; burst < 12 && (await isOfFirst()); burst++) {
      for (let time = 0; time < 100; time++) await handle.signal(REREAD_SIGNAL);
      await engine.untilFolded(stream);
    }
    expect(await isOfFirst()).toBe(false);
    const history = await engine.history(stream);
    expect(history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId).toBe(first);
    expect(await engine.state(stream)).toEqual(engine.ledger.caseOf(stream));
  }, 60_000);

  it('shows its stage, who must act and until when, and what comes then', async () => {
    const stream = '202601050113';
    await assigned(stream);
    await engine.sleep(HOUR);
    const description = await engine.env.client.workflow.getHandle(workflowIdOf(stream)).describe();
    expect(description.searchAttributes).toMatchObject({
      HotlineStage: ['assigned'],
      HotlineUrgency: ['ordinary'],
      HotlineCategory: ['c-housing'],
      HotlineUnits: ['housing', 'power'],
      HotlineDue: [new Date(engine.ledger.caseOf(stream)?.assignments['a1']?.dueAt ?? 0)],
    });
    const metadata = (await engine.env.client.workflow
      .getHandle(workflowIdOf(stream))
      .query('__temporal_workflow_metadata')) as { currentDetails: string };
    expect(metadata.currentDetails).toMatch(/^\*\*工单 202601050113\*\*\n\n\*\*阶段\*\*：办理中/);
    expect(metadata.currentDetails).toMatch(
      /主办 `housing`（a1）：待签收，\d{4}年\d+月\d+日（周.）\d\d:\d\d(:\d\d)?前签收/,
    );
    expect(metadata.currentDetails).toMatch(/仍无人处理，则给交办岗建待办“通知未读，电话告知”/);
  });
});
