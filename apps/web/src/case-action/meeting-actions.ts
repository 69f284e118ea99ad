import {
  convening,
  meetingCancellation,
  meetingTime,
  minutes,
  pollAnswer,
  rescheduling,
  resolutionCompletion,
  type Meeting,
  type Role,
} from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, changedCase, changedMeeting, need, type Field, type Situation, type Target } from './action.ts';

const pathOf = (target: Target) => ({ meetingId: need(target, 'meetingId') });
const text: Field = { kind: 'words', name: 'text' };
const invited = ({ meeting }: Situation): readonly string[] | undefined => meeting?.unitIds;
const unitsOf = ({ case: of }: Situation): string[] => [
  ...new Set(of?.assignments.filter(({ status }) => status !== 'withdrawn').map(({ unitId }) => unitId)),
];

const isOfUnit = (role: Role): boolean => role === 'unit-handler' || role === 'unit-head';

/** The time that suits most, the earliest of several. */
function favourite(meeting: Meeting | undefined): string | undefined {
  const times = meeting?.poll?.times ?? [];
  const most = Math.max(...times.map(({ suits }) => suits.length));
  return times.find(({ suits }) => suits.length === most)?.at;
}

/** What is done with a joint meeting, from its convening on. */
export const meetingActions = [
  action({
    name: 'convene-meeting',
    schema: convening,
    fields: [
      { kind: 'units', name: 'unitIds' },
      { kind: 'instant', name: 'startsAt' },
      { kind: 'instants', name: 'otherTimes', optional: true },
      { kind: 'line', name: 'place', optional: true },
    ],
    begin: (situation) => ({ unitIds: unitsOf(situation) }),
    send: async (target, body, headers) =>
      changedCase(await api.conveneMeeting({ path: { caseNumber: need(target, 'caseNumber') }, body, headers })),
  }),
  action({
    name: 'answer-poll',
    schema: pollAnswer,
    fields: [
      { kind: 'unit', name: 'unitId', among: invited, when: (_, { role }) => !isOfUnit(role) },
      { kind: 'polled-times', name: 'suits', optional: true },
      { ...text, optional: true },
    ],
    begin: () => ({ suits: [] }),
    send: async (target, body, headers) =>
      changedMeeting(await api.answerMeetingPoll({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'fix-meeting-time',
    schema: meetingTime,
    fields: [{ kind: 'polled-time', name: 'startsAt' }],
    begin: ({ meeting }) => ({ startsAt: favourite(meeting) }),
    send: async (target, body, headers) =>
      changedMeeting(await api.fixMeetingTime({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'reschedule-meeting',
    schema: rescheduling,
    fields: [{ kind: 'instant', name: 'startsAt' }, { kind: 'line', name: 'place', optional: true }, text],
    begin: ({ meeting }) => ({ startsAt: meeting?.startsAt }),
    send: async (target, body, headers) =>
      changedMeeting(await api.rescheduleMeeting({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'hold-meeting',
    schema: minutes,
    fields: [
      { kind: 'yes-no', name: 'settled' },
      { kind: 'units', name: 'attendedUnitIds', among: invited },
      {
        kind: 'rows',
        name: 'substitutes',
        add: 'addSubstitute',
        fields: [
          { kind: 'unit', name: 'unitId', among: invited },
          { kind: 'line', name: 'person' },
          { kind: 'line', name: 'inPlaceOf' },
        ],
      },
      { kind: 'line', name: 'place', optional: true },
      { kind: 'words', name: 'minutes' },
      { kind: 'lines', name: 'unsettled', optional: true, when: ({ settled }) => settled === false },
      {
        kind: 'rows',
        name: 'resolutions',
        add: 'addResolution',
        fields: [{ kind: 'unit', name: 'unitId' }, text, { kind: 'instant', name: 'dueAt' }],
      },
    ],
    begin: ({ meeting }) => ({ attendedUnitIds: meeting?.unitIds, substitutes: [], resolutions: [] }),
    send: async (target, body, headers) =>
      changedMeeting(await api.holdMeeting({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'cancel-meeting',
    schema: meetingCancellation,
    fields: [text],
    grave: true,
    send: async (target, body, headers) =>
      changedMeeting(await api.cancelMeeting({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'finish-resolution',
    schema: resolutionCompletion,
    fields: [text],
    send: async (target, body, headers) =>
      changedMeeting(
        await api.finishResolution({
          path: { ...pathOf(target), resolutionId: need(target, 'resolutionId') },
          body,
          headers,
        }),
      ),
  }),
];
