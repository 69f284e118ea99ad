import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { temporal } from '@temporalio/proto';
import { inLanes } from './lanes.ts';

const { EventType } = proto.temporal.api.enums.v1;
type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

/** What workflows have cost, each on average: counters that do not depend on the machine. */
export interface WorkflowCost {
  readonly historyEvents: number;
  readonly stateTransitions: number;
  readonly historyBytes: number;
  readonly signals: number;
  readonly timers: number;
  /** Ordinary and local activities together. */
  readonly activities: number;
}

/** Reads what some workflows have cost from the server's own counters. */
export async function costOfWorkflows(client: Client, workflowIds: readonly string[]): Promise<WorkflowCost> {
  const costs: WorkflowCost[] = [];
  await inLanes(workflowIds, 8, async (workflowId) => {
    costs.push(await costOfWorkflow(client, workflowId));
  });
  return {
    historyEvents: meanOf(costs, 'historyEvents'),
    stateTransitions: meanOf(costs, 'stateTransitions'),
    historyBytes: meanOf(costs, 'historyBytes'),
    signals: meanOf(costs, 'signals'),
    timers: meanOf(costs, 'timers'),
    activities: meanOf(costs, 'activities'),
  };
}

async function costOfWorkflow(client: Client, workflowId: string): Promise<WorkflowCost> {
  const handle = client.workflow.getHandle(workflowId);
  const { raw } = await handle.describe();
  const { events } = await handle.fetchHistory();
  const byType = countByType(events ?? []);
  return {
    historyEvents: events?.length ?? 0,
    stateTransitions: Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0),
    historyBytes: Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0),
    signals: byType['WORKFLOW_EXECUTION_SIGNALED'] ?? 0,
    timers: byType['TIMER_STARTED'] ?? 0,
    activities: (byType['ACTIVITY_TASK_SCHEDULED'] ?? 0) + (byType['MARKER_RECORDED'] ?? 0),
  };
}

/** `TIMER_STARTED` for an event of a history. */
export function typeOf(event: HistoryEvent): string {
  return EventType[event.eventType ?? 0]?.replace('EVENT_TYPE_', '') ?? 'UNKNOWN';
}

/** How many events of each type. */
export function countByType(events: readonly HistoryEvent[]): Record<string, number> {
  const byType: Record<string, number> = {};
  for (const event of events) byType[typeOf(event)] = (byType[typeOf(event)] ?? 0) + 1;
  return byType;
}

function meanOf(costs: readonly WorkflowCost[], name: keyof WorkflowCost): number {
  return costs.reduce((sum, cost) => sum + cost[name], 0) / costs.length;
}
