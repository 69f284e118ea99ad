import type { MeetingCommand, MeetingState } from '../joint-meeting/meeting.ts';
import type { ReportCommand, ReportState } from '../special-report/special-report.ts';
import type { Actor } from './actor.ts';

const CENTER: readonly Actor['role'][] = ['supervisor', 'director'];

const MEETING_RIGHTS: Readonly<Record<MeetingCommand['type'], readonly Actor['role'][]>> = {
  open: [...CENTER, 'machine'],
  reschedule: CENTER,
  hold: CENTER,
  cancel: CENTER,
  'finish-resolution': [...CENTER, 'unit-handler', 'unit-head'],
  act: ['machine'],
};

/** Whether a role may do this to a joint meeting. A unit's people need a resolution of their unit's. */
export function mayDoMeeting(actor: Actor, type: MeetingCommand['type'], state?: MeetingState): boolean {
  if (!MEETING_RIGHTS[type].includes(actor.role)) return false;
  const ofUnit = actor.role === 'unit-handler' || actor.role === 'unit-head';
  return !ofUnit || !state || Object.values(state.resolutions).some(({ unitId }) => unitId === actor.unitId);
}

const REPORT_RIGHTS: Readonly<Record<ReportCommand['type'], readonly Actor['role'][]>> = {
  draft: [...CENTER, 'machine'],
  revise: CENTER,
  submit: ['director', 'machine'],
  'give-instruction': ['deputy-mayor'],
  'follow-up': CENTER,
  end: ['director'],
  act: ['machine'],
};

/** Whether a role may do this to a special report. A deputy mayor instructs on the reports in his own folder alone. */
export function mayDoReport(actor: Actor, type: ReportCommand['type'], state?: ReportState): boolean {
  if (!REPORT_RIGHTS[type].includes(actor.role)) return false;
  return actor.role !== 'deputy-mayor' || !state || state.deputyMayorId === actor.userId;
}
