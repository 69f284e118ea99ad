import { setTimeout as pause } from 'node:timers/promises';
import { temporal } from '@temporalio/proto';
import { workflowIdOf } from '@hotline/contracts-process';
import { Steps } from '../integration/steps.ts';
import type { WholeProcess } from '../integration/whole-process.ts';

const { EventType } = temporal.api.enums.v1;

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

/**
 * The standard case: registered, assigned to one unit (notice mailed), acknowledged, one yellow reminder mailed, feedback,
 * reviewed, called back, closed. Each step comes after the process has come to rest, as people's steps do.
 *
 * @returns its number
 */
export async function playStandardCase(whole: WholeProcess): Promise<string> {
  const steps = new Steps(whole);
  const caseNumber = await steps.assigned();
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
  const byType: Record<string, number> = {};
  for (const { eventType } of events ?? []) {
    const name = EventType[eventType ?? 0]?.replace('EVENT_TYPE_', '') ?? 'UNKNOWN';
    byType[name] = (byType[name] ?? 0) + 1;
  }
  const [row] = await whole.city.orm.em
    .fork()
    .execute<{ events: number }[]>('select head_number as events from stream where id = ?', [caseNumber]);
  return {
    historyEvents: events?.length ?? 0,
    stateTransitions: Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0),
    historyBytes: Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0),
    byType,
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
