import {
  delegating,
  delegationEnding,
  feedbackProposalDecision,
  handingOverWithin,
  handOverConfirmation,
  handOverWriting,
  POWERS,
  SHIFT_KINDS,
  shiftPlanning,
  subDeskChange,
  subDeskOpening,
  termChange,
  unitSetting,
  type Role,
} from '@hotline/contracts-http';
import { serverNow } from '../time/clock.ts';
import { instantOf, wallClock } from '../time/local-time.ts';
import * as api from '../api/generated/sdk.gen.ts';
import { action, CHANGED_PEOPLE, changedCase, keyOf, need, type Field, type Target } from '../case-action/action.ts';

const CENTER: readonly Role[] = ['operator', 'dispatcher', 'shift-leader', 'supervisor', 'director'];
/** To the second. */
const rightNow = (): string => instantOf(wallClock(serverNow()));
const dutyOf = (target: Target) => ({
  caseNumber: need(target, 'caseNumber'),
  assignmentId: need(target, 'assignmentId'),
});
const NAME: Field = { kind: 'line', name: 'name' };
const MEMBERS: Field = {
  kind: 'people',
  name: 'memberIds',
  optional: true,
  among:
    ({ unitId }) =>
    (user) =>
      user.unitId !== undefined && user.unitId === unitId,
};

/** What is done with the people of the house. */
export const peopleActions = [
  action({
    name: 'hand-over-within',
    schema: handingOverWithin,
    fields: [
      { kind: 'sub-desk', name: 'subDeskId', optional: true },
      { kind: 'words', name: 'text', optional: true },
    ],
    send: async (target, body, headers) =>
      changedCase(
        await api.handOverWithin({
          path: dutyOf(target),
          body,
          headers,
        }),
      ),
  }),
  action({
    name: 'decide-feedback-proposal',
    schema: feedbackProposalDecision,
    fields: [
      { kind: 'yes-no', name: 'approved' },
      { kind: 'words', name: 'text', when: ({ approved }) => approved === false, demanded: true },
    ],
    send: async (target, body, headers) =>
      changedCase(await api.decideFeedbackProposal({ path: dutyOf(target), body, headers })),
  }),
  action({
    name: 'keep-unit-setting',
    schema: unitSetting,
    fields: [{ kind: 'yes-no', name: 'headApproves' }],
    send: async (target, body, headers) => {
      await api.keepUnitSetting({ path: { unitId: need(target, 'unitId') }, body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'open-sub-desk',
    schema: subDeskOpening.omit({ unitId: true }),
    fields: [NAME, MEMBERS],
    begin: () => ({ memberIds: [] }),
    send: async (target, words, headers) => {
      const body = { unitId: need(target, 'unitId'), ...words };
      await api.openSubDesk({ body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'change-sub-desk',
    schema: subDeskChange,
    fields: [NAME, MEMBERS, { kind: 'yes-no', name: 'active' }],
    send: async (target, body, headers) => {
      await api.changeSubDesk({ path: { subDeskId: need(target, 'subDeskId') }, body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'change-term',
    schema: termChange,
    fields: [
      { kind: 'instant', name: 'dueAt' },
      { kind: 'words', name: 'text' },
    ],
    send: async (target, body, headers) => changedCase(await api.changeTerm({ path: dutyOf(target), body, headers })),
  }),
  action({
    name: 'delegate',
    schema: delegating,
    fields: [
      {
        kind: 'person',
        name: 'toUserId',
        among:
          () =>
          ({ role }) =>
            ['operator', 'dispatcher', 'shift-leader', 'supervisor'].includes(role),
      },
      { kind: 'choices', name: 'powers', of: POWERS, in: 'power' },
      { kind: 'words', name: 'reason' },
      { kind: 'instant', name: 'from' },
      { kind: 'instant', name: 'until' },
    ],
    begin: () => ({ powers: [], from: rightNow() }),
    send: async (_, body, headers) => {
      await api.delegate({ body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'end-delegation',
    schema: delegationEnding,
    fields: [],
    send: async (target, body, headers) => {
      const path = { delegationId: need(target, 'delegationId') };
      await api.endDelegation({ path, body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'plan-shift',
    schema: shiftPlanning,
    fields: [
      { kind: 'choice', name: 'kind', of: SHIFT_KINDS, in: 'shiftKind' },
      {
        kind: 'person',
        name: 'leaderId',
        among:
          () =>
          ({ role }) =>
            CENTER.includes(role),
      },
      {
        kind: 'people',
        name: 'memberIds',
        optional: true,
        among:
          () =>
          ({ role }) =>
            CENTER.includes(role),
      },
      { kind: 'instant', name: 'from' },
      { kind: 'instant', name: 'until' },
    ],
    begin: () => ({ kind: 'day', memberIds: [] }),
    send: async (_, body, headers) => {
      await api.planShift({ body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'write-hand-over',
    schema: handOverWriting,
    fields: [{ kind: 'words', name: 'remarks' }],
    send: async (target, body, headers) => {
      await api.writeHandOver({ path: { shiftId: need(target, 'shiftId') }, body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'confirm-hand-over',
    schema: handOverConfirmation,
    fields: [],
    send: async (target, body, headers) => {
      await api.confirmHandOver({ path: { shiftId: need(target, 'shiftId') }, body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
];
