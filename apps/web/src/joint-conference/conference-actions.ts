import { z } from 'zod';
import {
  agendaItemAdding,
  agendaItemRemoval,
  circleKeeping,
  CONFERENCE_DECISIONS,
  conferenceCancellation,
  conferenceInviting,
  conferenceMinutes,
  conferenceRescheduling,
  conferenceResolutionCompletion,
  invitationAcceptance,
  invitationOutcome,
  invitationRecording,
  invitationRefusal,
  RESOLUTION_WAYS,
  type CenterInvitation,
  type Conference,
} from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, keyOf, need, type Changed, type Field, type Target } from '../case-action/action.ts';

const changedConference = ({ data }: { data: Conference }): Changed => ({ kind: 'conference', conference: data });
const changedInvitation = ({ data }: { data: CenterInvitation }): Changed => ({ kind: 'invitation', invitation: data });
const pathOf = (target: Target) => ({ conferenceId: need(target, 'conferenceId') });
const invitationOf = (target: Target) => ({ invitationId: need(target, 'invitationId') });

const text: Field = { kind: 'words', name: 'text' };
const startsAt: Field = { kind: 'instant', name: 'startsAt' };
const place: Field = { kind: 'line', name: 'place', optional: true };
const itemId: Field = { kind: 'agenda-item', name: 'itemId' };

const { memberId: _, ...member } = circleKeeping.shape.members.element.shape;
/** The day of the circle as a form asks for it. */
const circleForm = z.object({
  week: z.enum(['1', '2', '3', '4', '5']),
  weekday: z.enum(['1', '2', '3', '4', '5', '6', '7']),
  hour: z.int().min(0).max(23),
  minute: z.int().min(0).max(59),
  place: circleKeeping.shape.place,
  members: z.array(z.object({ memberId: z.string().optional(), ...member })).min(1),
});

const decision = conferenceMinutes.shape.decisions.element;
const meeting = decision.shape.meeting.unwrap();
const resolution = decision.shape.resolutions.unwrap().element;
/** The minutes as a form asks for them: what is decided, the meetings and the resolutions, each naming its item. */
const minutesForm = z.object({
  minutes: conferenceMinutes.shape.minutes,
  attendedMemberIds: conferenceMinutes.shape.attendedMemberIds,
  substitutes: conferenceMinutes.shape.substitutes,
  decisions: z.array(z.object({ itemId: z.string(), decision: decision.shape.decision, text: decision.shape.text })),
  meetings: z.array(z.object({ itemId: z.string(), ...meeting.shape })),
  resolutions: z.array(z.object({ itemId: z.string(), ...resolution.shape })),
});

type MinutesForm = z.input<typeof minutesForm>;

/** Each item with its own meeting and resolutions, as the API takes them. */
function nested({ decisions, meetings, resolutions, ...rest }: MinutesForm): z.input<typeof conferenceMinutes> {
  return {
    ...rest,
    decisions: decisions.map((one) => {
      const [called] = meetings.filter((row) => row.itemId === one.itemId).map(({ itemId: __, ...row }) => row);
      const duties = resolutions.filter((row) => row.itemId === one.itemId).map(({ itemId: __, ...row }) => row);
      return { ...one, resolutions: duties, ...(called ? { meeting: called } : {}) };
    }),
  };
}

/** What is done with the circle, its sessions, and other bodies' invitations. */
export const conferenceActions = [
  action({
    name: 'keep-circle',
    schema: circleForm,
    fields: [
      { kind: 'choice', name: 'week', of: ['1', '2', '3', '4', '5'], in: 'weekOfMonth' },
      { kind: 'choice', name: 'weekday', of: ['1', '2', '3', '4', '5', '6', '7'], in: 'weekday' },
      { kind: 'number', name: 'hour', least: 0, most: 23 },
      { kind: 'number', name: 'minute', least: 0, most: 59 },
      { kind: 'line', name: 'place' },
      {
        kind: 'rows',
        name: 'members',
        add: 'addMember',
        fields: [
          { kind: 'line', name: 'name' },
          { kind: 'unit', name: 'unitId', optional: true },
          { kind: 'line', name: 'contact', optional: true },
          { kind: 'line', name: 'mail', optional: true },
        ],
      },
    ],
    send: async (___, { week, weekday, hour, minute, ...rest }, headers) => {
      const rhythm = { week: Number(week) as 1 | 2 | 3 | 4 | 5, weekday: Number(weekday), minute: hour * 60 + minute };
      await api.keepCircle({ body: { rhythm, ...rest }, headers: keyOf(headers) });
      return { kind: 'circle' };
    },
  }),
  action({
    name: 'add-agenda-item',
    schema: agendaItemAdding,
    fields: [
      { kind: 'line', name: 'caseNumber', optional: true },
      text,
      { kind: 'members', name: 'memberIds', optional: true },
    ],
    begin: () => ({ memberIds: [] }),
    send: async (target, body, headers) =>
      changedConference(await api.addAgendaItem({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'remove-agenda-item',
    schema: agendaItemRemoval,
    fields: [text],
    send: async (target, body, headers) => {
      const path = { ...pathOf(target), itemId: need(target, 'itemId') };
      return changedConference(await api.removeAgendaItem({ path, body, headers }));
    },
  }),
  action({
    name: 'invite-conference',
    schema: conferenceInviting,
    fields: [],
    send: async (target, body, headers) =>
      changedConference(await api.inviteConference({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'reschedule-conference',
    schema: conferenceRescheduling,
    fields: [startsAt, place, text],
    begin: ({ conference }) => ({ startsAt: conference?.startsAt }),
    send: async (target, body, headers) =>
      changedConference(await api.rescheduleConference({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'cancel-conference',
    schema: conferenceCancellation,
    fields: [text],
    grave: true,
    send: async (target, body, headers) =>
      changedConference(await api.cancelConference({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'hold-conference',
    schema: minutesForm,
    fields: [
      { kind: 'members', name: 'attendedMemberIds', optional: true },
      {
        kind: 'rows',
        name: 'substitutes',
        add: 'addSubstitute',
        fields: [
          { kind: 'member', name: 'memberId' },
          { kind: 'line', name: 'person' },
          { kind: 'line', name: 'inPlaceOf' },
        ],
      },
      { kind: 'words', name: 'minutes' },
      {
        kind: 'rows',
        name: 'decisions',
        add: 'addDecision',
        fields: [
          itemId,
          { kind: 'choice', name: 'decision', of: CONFERENCE_DECISIONS, in: 'conferenceDecision' },
          { kind: 'line', name: 'text' },
        ],
      },
      {
        kind: 'rows',
        name: 'meetings',
        add: 'addMeeting',
        fields: [itemId, { kind: 'units', name: 'unitIds' }, startsAt, place],
      },
      {
        kind: 'rows',
        name: 'resolutions',
        add: 'addResolution',
        fields: [
          itemId,
          { kind: 'unit', name: 'unitId' },
          { kind: 'choice', name: 'way', of: RESOLUTION_WAYS, in: 'resolutionWay' },
          { kind: 'line', name: 'text' },
          { kind: 'instant', name: 'dueAt' },
        ],
      },
    ],
    begin: ({ conference }) => ({
      attendedMemberIds: conference?.members.map(({ memberId }) => memberId),
      substitutes: [],
      decisions: conference?.agenda.map((item) => ({ itemId: item.itemId, decision: 'noted' })),
      meetings: [],
      resolutions: [],
    }),
    send: async (target, body, headers) =>
      changedConference(await api.holdConference({ path: pathOf(target), body: nested(body), headers })),
  }),
  action({
    name: 'finish-conference-resolution',
    schema: conferenceResolutionCompletion,
    fields: [text],
    send: async (target, body, headers) => {
      const path = { ...pathOf(target), resolutionId: need(target, 'resolutionId') };
      return changedConference(await api.finishConferenceResolution({ path, body, headers }));
    },
  }),
  action({
    name: 'record-invitation',
    schema: invitationRecording,
    fields: [
      { kind: 'line', name: 'from' },
      text,
      { kind: 'line', name: 'place' },
      startsAt,
      { kind: 'line', name: 'caseNumber', optional: true },
    ],
    send: async (___, body, headers) =>
      changedInvitation(await api.recordInvitation({ body, headers: keyOf(headers) })),
  }),
  action({
    name: 'accept-invitation',
    schema: invitationAcceptance,
    fields: [
      {
        kind: 'person',
        name: 'attendeeId',
        among:
          () =>
          ({ role }) =>
            role === 'supervisor' || role === 'director',
      },
    ],
    send: async (target, body, headers) =>
      changedInvitation(await api.acceptInvitation({ path: invitationOf(target), body, headers })),
  }),
  action({
    name: 'decline-invitation',
    schema: invitationRefusal,
    fields: [text],
    send: async (target, body, headers) =>
      changedInvitation(await api.declineInvitation({ path: invitationOf(target), body, headers })),
  }),
  action({
    name: 'attend-invitation',
    schema: invitationOutcome,
    fields: [text],
    send: async (target, body, headers) =>
      changedInvitation(await api.attendInvitation({ path: invitationOf(target), body, headers })),
  }),
];
