import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { ControlSystem } from '../control/control-system.ts';
import { actionsDone } from '../hotline/ledger-checks.ts';
import { until, type HotlineSystem } from '../hotline/hotline-system.ts';
import type { BenchContext, Part, PartResult } from '../part.ts';
import { openCases, URGED_AFTER, type OpenCases } from './open-cases.ts';

const COMMAND = fileURLToPath(new URL('../../../apps/command/src/main.ts', import.meta.url));
const SECOND = 1_000;
/** Cases a second that are surely assigned and relayed. */
const ASSIGNED_A_SECOND = 5;
const run = promisify(execFile);

/** Temporal's database thrown away; everything comes back from the ledger. */
export const rehydratePart: Part = {
  name: 'rehydrate',
  title: "Temporal's database thrown away, 10,000 open cases",
  against: 'as many bare starts on a new Temporal of the same kind',
  goals: [
    { measure: 'time, ours / bare starts', says: 'every workflow back', bound: 'at most', value: 1.5 },
    { measure: 'not at the right stage', says: 'cases not back at the right stage', bound: 'exactly', value: 0 },
    { measure: 'lost', says: 'actions due meanwhile and lost', bound: 'exactly', value: 0 },
    { measure: 'doubled', says: 'actions or mails doubled', bound: 'exactly', value: 0 },
    { measure: 'lower rungs', says: 'lower rungs that acted as well', bound: 'exactly', value: 0 },
  ],
  async run(context) {
    const open = await openCases(context);
    const ours = await rehydrate(context, open);
    await context.house.drop('open cases');
    const bare = await bareStarts(context, open.count);
    const ratio = { value: ours.seconds / bare, unit: '×' };
    const both = { 'time, ours / bare starts': ratio, 'bare starts': { value: bare, unit: 's' } };
    return { measures: { ...both, ...ours.measures }, notes: NOTES };
  },
};

const NOTES = [
  'Ours: from the start of `npm run rehydrate` until every open case has its running workflow, which shows the stage that the ledger has. The worker runs already.',
  `Bare: from the first start until each workflow has run its first task with one local activity, as ours reads the ledger; as many at once. One run of each: the whole takes too long for rounds.`,
  `A twentieth fell due meanwhile, red and, ${URGED_AFTER} s later, the urging notice: only the urging notice may act.`,
];

async function rehydrate(
  { say }: BenchContext,
  { system, count, forRehydration }: OpenCases,
): Promise<{ seconds: number; measures: PartResult['measures'] }> {
  const dueAt = Date.now() + Math.ceil(forRehydration.length / ASSIGNED_A_SECOND) * SECOND + 10 * SECOND;
  const order = { caseNumbers: forRehydration, dueAt: new Date(dueAt).toISOString(), spread: SECOND };
  const assigned = await system.count("select count(*) as n from case_file where stage = 'assigned'");
  await system.driver.ask('assignCases', order);
  await system.untilAtRest(assigned + forRehydration.length);
  await system.driver.ask('stopRelay');
  await system.worker.stop();
  await system.temporal.halt('crash');
  if (Date.now() > dueAt) throw new Error('the cases fell due before Temporal could be taken away');
  await pause(dueAt + (URGED_AFTER + 2) * SECOND - Date.now());
  await system.temporal.resume({ fresh: true });
  await system.startWorker();
  say('Temporal is new and empty; rehydrating');
  const begun = performance.now();
  await run(process.execPath, [COMMAND, 'rehydrate'], { env: { ...process.env, ...system.environment } });
  const asked = (performance.now() - begun) / SECOND;
  say(`all asked after ${asked.toFixed(0)} s`);
  await until('every workflow is back', async () => (await stagesShown(system)) >= (await openStreams(system)));
  const seconds = (performance.now() - begun) / SECOND;
  say(`all back after ${seconds.toFixed(0)} s`);
  await system.driver.ask('startRelay');
  await until('every mail is sent', async () => (await unsent(system, forRehydration)) === 0);
  const { lost, doubled } = await actionsDone(system, forRehydration, 'urging-notice');
  const lower = await actionsDone(system, forRehydration, 'red');
  return {
    seconds,
    measures: {
      'every workflow back': { value: seconds, unit: 's' },
      'all asked': { value: asked, unit: 's' },
      'not at the right stage': { value: await atWrongStage(system) },
      lost: { value: lost },
      doubled: { value: doubled },
      'lower rungs': { value: lower.acted },
      'cases that fell due meanwhile': { value: forRehydration.length },
      'open cases': { value: count },
    },
  };
}

/** Running workflows that have looked at their case: only they show which units it binds, or that it has none yet. */
async function stagesShown({ client }: HotlineSystem): Promise<number> {
  const { count } = await client.workflow.count(
    "WorkflowType = 'caseWorkflow' AND ExecutionStatus = 'Running' AND HotlineStage IS NOT NULL",
  );
  return count;
}

function openStreams(system: HotlineSystem): Promise<number> {
  return system.count('select count(*) as n from stream where open');
}

function unsent(system: HotlineSystem, caseNumbers: readonly string[]): Promise<number> {
  const question = `select count(*) as n from unnest($1::text[]) as owed (stream) where not exists (
    select from notice where notice.stream = owed.stream and kind = 'urging-notice')
    or exists (select from notice where notice.stream = owed.stream and mail = 'pending')`;
  return system.count(question, [caseNumbers]);
}

/** Open cases whose workflow does not run, or shows another stage than the ledger has. */
async function atWrongStage(system: HotlineSystem): Promise<number> {
  const shown = new Map<string, unknown>();
  const query = "WorkflowType = 'caseWorkflow' AND ExecutionStatus = 'Running'";
  for await (const { workflowId, typedSearchAttributes } of system.client.workflow.list({ query, pageSize: 1_000 })) {
    const stage = typedSearchAttributes.getAll().find(({ key }) => key.name === 'HotlineStage');
    shown.set(workflowId, stage?.value);
  }
  const cases = await system.ask<{ id: string; stage: string }>(
    "select 'case-' || stream.id as id, stage from stream join case_file on case_number = stream.id where open",
  );
  return cases.filter(({ id, stage }) => shown.get(id) !== stage).length;
}

async function bareStarts({ house, say }: BenchContext, count: number): Promise<number> {
  const control = await ControlSystem.start(house, say);
  try {
    const begun = performance.now();
    const nothing = { begins: 'signal', timers: 0, locals: 0, activities: 0 };
    const shape = [{ ...nothing, timers: 1, locals: 1, tells: true }, nothing];
    const far = Date.now() + 86_400_000;
    await control.driver.ask('startCases', { cases: count, shape, dueAt: far, spread: 0 });
    await until('every bare workflow has begun', async () => control.fired.count >= count);
    return (performance.now() - begun) / SECOND;
  } finally {
    await control.stop();
  }
}
