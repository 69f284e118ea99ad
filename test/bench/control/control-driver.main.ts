import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { answerTheBench, tellTheBench } from '../house/answering.ts';
import { untilNoneRuns, STEPS_AT_ONCE } from '../hotline/play-standard-cases.ts';
import { Door, inLanes } from '../measuring/lanes.ts';
import { STEP_SIGNAL, type CaseStep, type ControlInput } from './control.workflow.ts';

/** Workflows of one shape, each with its timer. */
interface ControlOrder {
  readonly cases: number;
  readonly shape: readonly CaseStep[];
}

const { TEMPORAL_ADDRESS = '', TEMPORAL_NAMESPACE = 'default' } = process.env;
const client = new Client({
  connection: await Connection.connect({ address: TEMPORAL_ADDRESS }),
  namespace: TEMPORAL_NAMESPACE,
});
const fired = new Map<string, () => void>();
const firedBefore = new Set<string>();

answerTheBench({
  playCases,
  startCases,
  /** The worker says that a workflow's timer has fired. */
  fired(name: string) {
    if (!fired.has(name)) firedBefore.add(name);
    fired.get(name)?.();
    fired.delete(name);
  },
});

interface PlayOrder extends ControlOrder {
  /** Milliseconds from the start to the timer. */
  readonly remindAfter: number;
  /** Put before the names of the workflows: `control` unless told. */
  readonly prefix?: string;
  /** Milliseconds between two signals to one workflow, so that it comes to rest. */
  readonly rest?: number;
}

interface StartOrder extends ControlOrder {
  /** When the first timer fires, milliseconds since 1970, and how long after it the last. */
  readonly dueAt: number;
  readonly spread: number;
  readonly prefix?: string;
}

/** Plays workflows from start to end, all begun at once, as the hotline's driver does. */
async function playCases({ cases, shape, remindAfter, prefix = 'control', rest = 0 }: PlayOrder) {
  const begun = performance.now();
  const door = new Door(STEPS_AT_ONCE);
  const timerAt = shape.findIndex(({ begins }) => begins === 'timer');
  let done = 0;
  const play = async (_: unknown, index: number): Promise<void> => {
    const name = `${prefix}-${index}`;
    await door.through(() => begin({ name, shape, remindAt: Date.now() + remindAfter }));
    for (let step = 1; step < timerAt; step++) await door.through(() => signal(name, rest));
    if (!firedBefore.has(name)) await new Promise<void>((resolve) => fired.set(name, resolve));
    for (let step = timerAt + 1; step < shape.length; step++)
      if (shape[step]?.begins === 'signal') await door.through(() => signal(name, rest));
    if (++done % 100 === 0) tellTheBench({ line: `${done} of ${cases} control workflows told everything` });
  };
  await Promise.all(Array.from({ length: cases }, play));
  await untilNoneRuns(client, 'controlWorkflow');
  return { seconds: (performance.now() - begun) / 1_000 };
}

/** Starts workflows and leaves them alone; their timers fire evenly over so many milliseconds from an instant on. */
async function startCases({ cases, shape, dueAt, spread, prefix = 'control' }: StartOrder) {
  const begun = performance.now();
  let done = 0;
  await inLanes(Array.from({ length: cases }), STEPS_AT_ONCE, async (_, index) => {
    await begin({ name: `${prefix}-${index}`, shape, remindAt: dueAt + Math.floor((index * spread) / cases) });
    if (++done % 1_000 === 0) tellTheBench({ line: `${done} of ${cases} control workflows started` });
  });
  return { seconds: (performance.now() - begun) / 1_000 };
}

async function begin(input: ControlInput): Promise<void> {
  await client.workflow.signalWithStart('controlWorkflow', {
    workflowId: input.name,
    taskQueue: 'control',
    args: [input],
    signal: STEP_SIGNAL,
    signalArgs: [],
  });
}

async function signal(name: string, rest: number): Promise<void> {
  if (rest > 0) await pause(rest);
  await client.workflow.getHandle(name).signal(STEP_SIGNAL);
}
