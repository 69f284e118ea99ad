import type { ConferenceView, InvitationView } from '@hotline/application';
import type { Person } from '../integration/small-city.ts';
import {
  conferenceHeld,
  conferenceInvited,
  conferenceOpened,
  decided,
  invitationOver,
  invitationRecorded,
  MEMBERS,
} from './conference-stages.ts';
import { seenBy, type Made } from './made-request.ts';

const conference =
  (
    by: Person,
    step: typeof conferenceOpened,
    path: Record<string, string> = {},
    more: (view: ConferenceView) => object = () => ({}),
  ): Made =>
  async (stages) => {
    const view = await stages.without(step);
    const { conferenceId, revision } = view;
    return { by, path: { conferenceId, ...path }, revision, more: more(view) };
  };
const invitation =
  (step: typeof invitationRecorded): Made =>
  async (stages) => {
    const { invitationId, revision }: InvitationView = await stages.without(step);
    return { by: 'supervisor', path: { invitationId }, revision };
  };
/** For each operation on the joint conference and on invitations a way to something it can be done to. */
export const CONFERENCE_REQUESTS: Readonly<Record<string, Made>> = {
  getCircle: seenBy('director'),
  keepCircle: () => ({ by: 'supervisor', path: {}, more: { members: MEMBERS } }),
  listConferences: seenBy('director'),
  getConference: conference('director', conferenceOpened),
  addAgendaItem: conference('supervisor', conferenceOpened),
  removeAgendaItem: conference('supervisor', conferenceOpened, { itemId: 'i1' }),
  inviteConference: conference('supervisor', conferenceOpened),
  rescheduleConference: conference('supervisor', conferenceInvited),
  cancelConference: conference('supervisor', conferenceInvited),
  holdConference: conference('supervisor', conferenceInvited, {}, decided),
  downloadConferenceMinutes: conference('water-handler', conferenceHeld),
  finishConferenceResolution: conference('water-handler', conferenceHeld, { resolutionId: 'r1' }),
  listInvitations: seenBy('director'),
  recordInvitation: seenBy('supervisor'),
  acceptInvitation: invitation(invitationRecorded),
  declineInvitation: invitation(invitationRecorded),
  attendInvitation: invitation(invitationOver),
};
