import type { temporal } from '@temporalio/proto';
import { typeOf } from '../measuring/workflow-cost.ts';
import type { CaseStep } from './control.workflow.ts';

/**
 * What a case's workflow did, step by step, read from its history: how many timers it set, and how many activities it
 * called, from one signal or fired timer to the next. The control does the same, and nothing else.
 */
export function shapeOf(events: readonly temporal.api.history.v1.IHistoryEvent[]): CaseStep[] {
  const steps: { begins: CaseStep['begins']; timers: number; locals: number; activities: number }[] = [];
  for (const event of events) {
    const type = typeOf(event);
    if (type === 'WORKFLOW_EXECUTION_SIGNALED') steps.push({ begins: 'signal', timers: 0, locals: 0, activities: 0 });
    if (type === 'TIMER_FIRED') steps.push({ begins: 'timer', timers: 0, locals: 0, activities: 0 });
    const step = steps.at(-1);
    if (!step) continue;
    if (type === 'TIMER_STARTED') step.timers++;
    if (type === 'MARKER_RECORDED') step.locals++;
    if (type === 'ACTIVITY_TASK_SCHEDULED') step.activities++;
  }
  return steps;
}
