import type { EventEnvelope } from '@hotline/domain';

export { caseOfStream, isTraining } from '@hotline/domain';

/** The one task queue of the hotline's workflows and activities. */
export const TASK_QUEUE = 'hotline';

/** The kinds of stream; each has a workflow of its own. */
export type StreamKind = 'case' | 'meeting' | 'report' | 'article' | 'rules' | 'conference' | 'invitation';

/** Reads the kind from a stream's id: `202601050042`, `202601050042-meeting-1`, `202601050042-report-1`, `article-17`, `rules-3`, `conference-202601`, `invitation-5`. */
export function streamKindOf(stream: string): StreamKind {
  if (stream.startsWith('article-')) return 'article';
  if (stream.startsWith('rules-')) return 'rules';
  if (stream.startsWith('conference-')) return 'conference';
  if (stream.startsWith('invitation-')) return 'invitation';
  if (stream.includes('-meeting-')) return 'meeting';
  return stream.includes('-report-') ? 'report' : 'case';
}

export const WORKFLOW_TYPES = {
  case: 'caseWorkflow',
  meeting: 'meetingWorkflow',
  report: 'specialReportWorkflow',
  article: 'articleWorkflow',
  rules: 'rulesChangeWorkflow',
  conference: 'conferenceWorkflow',
  invitation: 'invitationWorkflow',
} as const satisfies Record<StreamKind, string>;

const OF_A_CASE: ReadonlySet<StreamKind> = new Set(['case', 'meeting', 'report']);

/** `case-202601050042`, `case-202601050042-meeting-1`, `article-17`: what an administrator searches for in the Temporal UI. */
export function workflowIdOf(stream: string): string {
  return OF_A_CASE.has(streamKindOf(stream)) ? `case-${stream}` : stream;
}

/** The stream of a workflow: what {@link workflowIdOf} undoes. */
export function streamOfWorkflow(workflowId: string): string {
  return workflowId.replace(/^case-/, '');
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

/** The duty that sees to it that callers who were missed are called back. */
export const MISSED_CALLS_WORKFLOW = { type: 'missedCallsWorkflow', id: 'duty-missed-calls' } as const;

/** The duty that sees to it that who leaves the center hands over, and that nothing waits on who has left. */
export const STAYS_WORKFLOW = { type: 'staysWorkflow', id: 'duty-stays' } as const;

/** The duty that opens the sessions of the joint conference in good time. */
export const CONFERENCES_WORKFLOW = { type: 'conferencesWorkflow', id: 'duty-conferences' } as const;
