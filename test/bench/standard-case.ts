import { setTimeout as pause } from 'node:timers/promises';
import { workflowIdOf } from '@hotline/contracts-process';
import { Steps } from '../integration/steps.ts';
import type { WholeProcess } from '../integration/whole-process.ts';
import { countByType } from './measuring/workflow-cost.ts';

/** What the process did for one case: counters that do not depend on the machine. */
export interface CaseCost {
  /** Events of the case's own workflow history. */
  readonly historyEvents: number;
  readonly stateTransitions: number;
  readonly historyBytes: number;
  /** How many events of each type. */
  readonly byType: Readonly<Record<string, number>>;
  /** Facts in the ledger. */
  readonly ledgerEvents: number;
}

/** The history events that a standard case may have, each type by itself, so that one more of any is seen. */
export const BUDGET: Readonly<Record<string, number>> = {
  WORKFLOW_EXECUTION_STARTED: 1,
  WORKFLOW_EXECUTION_SIGNALED: 6,
  WORKFLOW_TASK_SCHEDULED: 9,
  WORKFLOW_TASK_STARTED: 9,
  WORKFLOW_TASK_COMPLETED: 9,
  TIMER_STARTED: 6,
  TIMER_CANCELED: 5,
  TIMER_FIRED: 1,
  MARKER_RECORDED: 1,
  ACTIVITY_TASK_SCHEDULED: 2,
  ACTIVITY_TASK_STARTED: 2,
  ACTIVITY_TASK_COMPLETED: 2,
  UPSERT_WORKFLOW_SEARCH_ATTRIBUTES: 3,
  WORKFLOW_EXECUTION_COMPLETED: 1,
};

/** The types of which a history has more events than {@link BUDGET} grants, each with how many more. */
export function overBudget(byType: Readonly<Record<string, number>>): Record<string, number> {
  const over = Object.entries(byType).map(([type, count]) => [type, count - (BUDGET[type] ?? 0)] as const);
  return Object.fromEntries(over.filter(([, more]) => more > 0));
}

/**
 * Who calls the standard case in: from a fixed line, so that nothing is told by SMS. Each SMS that goes out alone is a
 * delivery: six events more.
 */
export const CALLER = { callerPhone: '0513-87650009' };

/**
 * The standard case: registered, assigned to one unit (notice mailed), acknowledged, one yellow reminder mailed, feedback,
 * reviewed, called back, closed. Each step comes after the process has come to rest, as people's steps do.
 *
 * @returns its number
 */
export async function playStandardCase(whole: WholeProcess): Promise<string> {
  const steps = new Steps(whole);
  const caseNumber = await steps.registered(CALLER);
  await whole.drain();
  await steps.assign(caseNumber, ['water']);
  await whole.drain();
  await steps.acknowledge(caseNumber);
  await whole.drain();
  await until(async () => (await whole.noticeKinds(caseNumber)).includes('yellow'));
  await whole.drain();
  await steps.feedBack(caseNumber);
  await whole.drain();
  await steps.accept(caseNumber);
  await whole.drain();
  await steps.satisfied(caseNumber);
  await until(async () => (await whole.workflowStatus(caseNumber)) === 'COMPLETED');
  return caseNumber;
}

/** Reads what a case has cost, from the server's own counters. */
export async function costOf(whole: WholeProcess, caseNumber: string): Promise<CaseCost> {
  const { raw } = await whole.client.workflow.getHandle(workflowIdOf(caseNumber)).describe();
  const { events } = await whole.history(caseNumber);
  const [row] = await whole.city.orm.em
    .fork()
    .execute<{ events: number }[]>('select head_number as events from stream where id = ?', [caseNumber]);
  return {
    historyEvents: events?.length ?? 0,
    stateTransitions: Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0),
    historyBytes: Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0),
    byType: countByType(events ?? []),
    ledgerEvents: row?.events ?? 0,
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 600; turn++) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error('waited in vain for the standard case');
}
