import type { EventEnvelope } from '@hotline/domain';

/** The one task queue of the hotline's workflows and activities. */
export const TASK_QUEUE = 'hotline';

/** The three kinds of stream; each has a workflow of its own. */
export type StreamKind = 'case' | 'meeting' | 'report';

/** Reads the kind from a stream's id: `202601050042`, `202601050042-meeting-1`, `202601050042-report-1`. */
export function streamKindOf(stream: string): StreamKind {
  if (stream.includes('-meeting-')) return 'meeting';
  return stream.includes('-report-') ? 'report' : 'case';
}

export const WORKFLOW_TYPES = {
  case: 'caseWorkflow',
  meeting: 'meetingWorkflow',
  report: 'specialReportWorkflow',
} as const satisfies Record<StreamKind, string>;

/** `case-202601050042`, `case-202601050042-meeting-1`: what an administrator searches for in the Temporal UI. */
export function workflowIdOf(stream: string): string {
  return `case-${stream}`;
}

/** A stream's workflow starts from its id alone and reads the ledger from event 1. */
export interface StreamWorkflowInput {
  readonly stream: string;
}

/** A signal's name is the event's type, its payload the event. */
export type StreamSignal = EventEnvelope;

/** The signal that asks a workflow to compare itself with the ledger; sent by `rehydrate`. */
export const REREAD_SIGNAL = 'reread';

/** The periodic duty of the center that writes each person's task digest on working mornings. */
export const TASK_DIGEST_WORKFLOW = { type: 'taskDigestWorkflow', id: 'duty-task-digest' } as const;
