import { setTimeout as pause } from 'node:timers/promises';
import { DBOS } from '@dbos-inc/dbos-sdk';
import pg from 'pg';
import type { CaseStep } from '../control/control.workflow.ts';
import { answerTheBench, tellTheBench } from '../house/answering.ts';
import { STEPS_AT_ONCE } from '../hotline/play-standard-cases.ts';
import { Door, inLanes } from '../measuring/lanes.ts';

interface DbosOrder {
  readonly cases: number;
  readonly shape: readonly CaseStep[];
}

interface PlayOrder extends DbosOrder {
  /** Milliseconds from the start to the reminder. */
  readonly remindAfter: number;
  /** Put before the names of the workflows: `dbos` unless told. */
  readonly prefix?: string;
}

interface CaseInput {
  readonly name: string;
  readonly shape: readonly CaseStep[];
  /** Milliseconds since 1970. */
  readonly remindAt: number;
}

const { DATABASE_URL = '' } = process.env;
const HOUR_IN_SECONDS = 3_600;
const TOPIC = 'step';

const reminded = new Map<string, () => void>();
const remindedBefore = new Set<string>();

/** A case as DBOS does it: what waits is a receiving with a time limit, what is done is a step, each kept in PostgreSQL. */
const dbosCase = DBOS.registerWorkflow(
  async ({ name, shape, remindAt }: CaseInput) => {
    for (const [place, step] of shape.entries()) {
      if (step.begins === 'timer') await DBOS.recv(TOPIC, { deadlineEpochMS: remindAt });
      else if (place > 0) await DBOS.recv(TOPIC, { timeoutSeconds: HOUR_IN_SECONDS });
      for (let work = 0; work < step.locals + step.activities; work++)
        await DBOS.runStep(async () => undefined, { name: `work-${place}-${work}` });
      if (step.begins === 'timer') heedReminder(name);
    }
  },
  { name: 'dbosCase' },
);

DBOS.setConfig({ name: 'bench', systemDatabaseUrl: DATABASE_URL, systemDatabasePoolSize: 20, logLevel: 'error' });
await DBOS.launch();
const statuses = new pg.Client({ connectionString: DATABASE_URL });
await statuses.connect();
answerTheBench({ playCases, startCases });

/** Plays cases from start to end, all begun at once, as the hotline's driver does. */
async function playCases({ cases, shape, remindAfter, prefix = 'dbos' }: PlayOrder) {
  const begun = performance.now();
  const door = new Door(STEPS_AT_ONCE);
  const timerAt = shape.findIndex(({ begins }) => begins === 'timer');
  const play = async (_: unknown, index: number): Promise<void> => {
    const name = `${prefix}-${index}`;
    await door.through(() => begin({ name, shape, remindAt: Date.now() + remindAfter }));
    for (let step = 1; step < timerAt; step++) await door.through(() => DBOS.send(name, {}, TOPIC));
    if (!remindedBefore.has(name)) await new Promise<void>((resolve) => reminded.set(name, resolve));
    for (let step = timerAt + 1; step < shape.length; step++)
      if (shape[step]?.begins === 'signal') await door.through(() => DBOS.send(name, {}, TOPIC));
  };
  await Promise.all(Array.from({ length: cases }, play));
  await untilNonePends();
  return { seconds: (performance.now() - begun) / 1_000 };
}

/** Starts cases and leaves them alone. */
async function startCases({ cases, shape }: DbosOrder) {
  const begun = performance.now();
  let done = 0;
  await inLanes(Array.from({ length: cases }), STEPS_AT_ONCE, async (_, index) => {
    await begin({ name: `dbos-${index}`, shape, remindAt: Date.now() + HOUR_IN_SECONDS * 24_000 });
    if (++done % 1_000 === 0) tellTheBench({ line: `${done} of ${cases} DBOS workflows started` });
  });
  return { seconds: (performance.now() - begun) / 1_000 };
}

async function begin(input: CaseInput): Promise<void> {
  await DBOS.startWorkflow(dbosCase, { workflowID: input.name })(input);
}

function heedReminder(name: string): void {
  if (!reminded.has(name)) remindedBefore.add(name);
  reminded.get(name)?.();
  reminded.delete(name);
}

async function untilNonePends(): Promise<void> {
  for (;;) {
    const { rows } = await statuses.query<{ n: string }>(
      "select count(*) as n from dbos.workflow_status where status = 'PENDING'",
    );
    if (Number(rows[0]?.n) === 0) return;
    await pause(200);
  }
}
