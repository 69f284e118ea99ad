import type { ConferenceCommandType } from '../joint-conference/conference-event.ts';
import type { InvitationCommandType } from '../joint-conference/center-invitation.ts';
import { isOfCenter, SUPERVISORS, UNITS, type Actor } from './actor.ts';

const CONFERENCE_RIGHTS: Readonly<Record<ConferenceCommandType, readonly Actor['role'][]>> = {
  open: ['machine'],
  'add-item': SUPERVISORS,
  'remove-item': SUPERVISORS,
  invite: SUPERVISORS,
  reschedule: SUPERVISORS,
  cancel: SUPERVISORS,
  hold: SUPERVISORS,
  'finish-resolution': [...SUPERVISORS, ...UNITS],
  act: ['machine'],
};

/** Whether a role lets a person do this to a session of the joint conference. */
export function mayDoConference({ role }: Actor, type: ConferenceCommandType): boolean {
  return CONFERENCE_RIGHTS[type].includes(role);
}

const INVITATION_RIGHTS: Readonly<Record<InvitationCommandType, readonly Actor['role'][]>> = {
  record: SUPERVISORS,
  accept: SUPERVISORS,
  decline: SUPERVISORS,
  attend: SUPERVISORS,
  act: ['machine'],
};

/** Whether somebody may do this to an invitation of another body; who was named says himself what came of it. */
export function mayDoInvitation(actor: Actor, type: InvitationCommandType, attendeeId?: string): boolean {
  return INVITATION_RIGHTS[type].includes(actor.role) || (type === 'attend' && actor.userId === attendeeId);
}

/** Who keeps the standing circle: its members, its day, its room. */
export function keepsCircle({ role }: Actor): boolean {
  return SUPERVISORS.includes(role);
}

/** The circle, its sessions and invitations are the center's to see, and the leaders'. */
export function seesConferences(actor: Actor): boolean {
  return isOfCenter(actor) || ['mayor', 'deputy-mayor', 'administrator', 'machine'].includes(actor.role);
}
