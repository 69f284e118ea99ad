import { setTimeout as pause } from 'node:timers/promises';
import { actionsDone } from '../hotline/ledger-checks.ts';
import { until } from '../hotline/hotline-system.ts';
import type { BenchContext, Part, PartResult } from '../part.ts';
import { openCases, type OpenCases } from './open-cases.ts';

const SECOND = 1_000;
/** The worker dies so long before the first deadline, and stays away so long after the last. */
const DIES_BEFORE = 5 * SECOND;
const AWAY_AFTER = 5 * SECOND;
/** Cases a second that are surely assigned and relayed. */
const ASSIGNED_A_SECOND = 5;

/** A worker that is killed, with many open cases and some that fall due meanwhile. */
export const recoveryPart: Part = {
  name: 'recovery',
  title: 'The worker killed (SIGKILL) with 10,000 open cases',
  against: '',
  goals: [
    { measure: 'up', says: 'up', bound: 'at most', value: 3 },
    { measure: 'first overdue action', says: 'first overdue action', bound: 'at most', value: 15 },
    { measure: 'all due actions', says: 'all due actions, mails included', bound: 'at most', value: 60 },
    { measure: 'lost', says: 'actions lost', bound: 'exactly', value: 0 },
    { measure: 'doubled', says: 'actions or mails doubled', bound: 'exactly', value: 0 },
  ],
  async run(context) {
    return recover(context, await openCases(context));
  },
};

async function recover({ say }: BenchContext, { system, count, forRecovery }: OpenCases): Promise<PartResult> {
  const dueAt = Date.now() + Math.ceil(forRecovery.length / ASSIGNED_A_SECOND) * SECOND + 10 * SECOND;
  const assignedBefore = await system.count("select count(*) as n from case_file where stage = 'assigned'");
  const order = { caseNumbers: forRecovery, dueAt: new Date(dueAt).toISOString(), spread: SECOND };
  await system.driver.ask('assignCases', order);
  await system.untilAtRest(assignedBefore + forRecovery.length);
  if (Date.now() > dueAt - DIES_BEFORE) throw new Error('the cases fell due before the worker could be killed');
  await pause(dueAt - DIES_BEFORE - Date.now());
  await system.killWorker();
  say(`the worker is dead, ${forRecovery.length} of ${count} cases fall due`);
  await pause(dueAt + SECOND + AWAY_AFTER - Date.now());
  const begun = Date.now();
  const up = await system.startWorker();
  say(`the worker is up after ${(up / SECOND).toFixed(1)} s`);
  const unfinished = `select count(*) as n from unnest($1::text[]) as owed (stream) where not exists (
    select from notice where notice.stream = owed.stream and kind = 'red' and mail = 'sent')`;
  await until('every overdue case acts', async () => (await system.count(unfinished, [forRecovery])) === 0, 600_000);
  const { firstAt, lastAt, mailedAt, lost, doubled } = await actionsDone(system, forRecovery, 'red');
  const seconds = (at: number) => ({ value: (at - begun) / SECOND, unit: 's' });
  return {
    measures: {
      up: { value: up / SECOND, unit: 's' },
      'first overdue action': seconds(firstAt),
      'all due actions': seconds(Math.max(lastAt, mailedAt)),
      lost: { value: lost },
      doubled: { value: doubled },
      'cases that fell due meanwhile': { value: forRecovery.length },
      'open cases': { value: count },
    },
    notes: [
      'Up is when its metrics answer, which they do once it has reached Temporal. Seconds count from the start of the new worker process; the actions are read from the ledger, their mails from the notices.',
      'A twentieth of the open cases falls due while the worker is away; all of them had their workflow in the cache of the one that died.',
    ],
  };
}
