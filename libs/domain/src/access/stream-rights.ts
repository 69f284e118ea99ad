import type { MeetingCommand } from '../joint-meeting/meeting-command.ts';
import type { MeetingState } from '../joint-meeting/meeting-state.ts';
import type { ReportCommand, ReportState } from '../special-report/report-event.ts';
import { isOfUnit, SUPERVISORS, UNITS, type Actor } from './actor.ts';

const MEETING_RIGHTS: Readonly<Record<MeetingCommand['type'], readonly Actor['role'][]>> = {
  open: [...SUPERVISORS, 'machine'],
  reschedule: SUPERVISORS,
  hold: SUPERVISORS,
  cancel: SUPERVISORS,
  'answer-poll': [...SUPERVISORS, ...UNITS],
  'fix-time': SUPERVISORS,
  'finish-resolution': [...SUPERVISORS, ...UNITS],
  act: ['machine'],
};

/** Whether a role may do this to a joint meeting. A unit's people answer for it where it is invited, and finish its own resolutions. */
export function mayDoMeeting(actor: Actor, type: MeetingCommand['type'], state?: MeetingState): boolean {
  if (!MEETING_RIGHTS[type].includes(actor.role)) return false;
  if (!isOfUnit(actor) || !state) return true;
  if (type === 'answer-poll') return state.unitIds.includes(actor.unitId ?? '');
  return Object.values(state.resolutions).some(({ unitId }) => unitId === actor.unitId);
}

const REPORT_RIGHTS: Readonly<Record<ReportCommand['type'], readonly Actor['role'][]>> = {
  draft: [...SUPERVISORS, 'machine'],
  revise: SUPERVISORS,
  cover: SUPERVISORS,
  submit: ['director', 'machine'],
  deliver: ['machine'],
  'give-instruction': ['deputy-mayor'],
  'follow-up': SUPERVISORS,
  'report-part': UNITS,
  'review-part': SUPERVISORS,
  'decide-open': ['director'],
  end: ['director'],
  act: ['machine'],
};

/** Whether a role may do this to a special report. A deputy mayor instructs on the reports in his own folder alone. */
export function mayDoReport(actor: Actor, type: ReportCommand['type'], state?: ReportState): boolean {
  if (!REPORT_RIGHTS[type].includes(actor.role)) return false;
  return actor.role !== 'deputy-mayor' || !state || state.deputyMayorId === actor.userId;
}
