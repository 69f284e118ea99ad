import {
  criticism,
  leaderAnswer,
  leaderQuestion,
  onSiteCancellation,
  onSitePlan,
  onSiteSession,
  returnSlipInput,
  talkRecord,
  urgingCall,
  URGING_RESULTS,
} from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { entered } from './assignment-actions.ts';
import { action, changedCase, need, type Field, type Target } from './action.ts';

const caseOf = (target: Target) => ({ caseNumber: need(target, 'caseNumber') });
const pathOf = (target: Target) => ({ ...caseOf(target), assignmentId: need(target, 'assignmentId') });
const text: Field = { kind: 'words', name: 'text' };

/** 督办: what the supervision room does with a unit, and what leaders ask. */
export const supervisionActions = [
  action({
    name: 'record-urging-call',
    schema: urgingCall,
    fields: [
      { kind: 'choice', name: 'result', of: URGING_RESULTS, in: 'urgingResult' },
      { kind: 'instant', name: 'promisedBy', optional: true, when: ({ result }) => result === 'promised' },
      text,
    ],
    begin: () => ({ result: 'promised' }),
    send: async (target, body, headers) =>
      changedCase(await api.recordUrgingCall({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'return-slip',
    schema: returnSlipInput,
    fields: [text, ...entered],
    send: async (target, body, headers) => changedCase(await api.returnSlip({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'plan-on-site-session',
    schema: onSitePlan,
    fields: [
      { kind: 'instant', name: 'startsAt' },
      { kind: 'line', name: 'place' },
      { kind: 'line', name: 'party' },
      { kind: 'line', name: 'car', optional: true },
    ],
    send: async (target, body, headers) =>
      changedCase(await api.planOnSiteSession({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'cancel-on-site-session',
    schema: onSiteCancellation,
    fields: [text],
    send: async (target, body, headers) =>
      changedCase(await api.cancelOnSiteSession({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'record-on-site-session',
    schema: onSiteSession,
    fields: [text, { kind: 'words', name: 'agreement', optional: true }],
    send: async (target, body, headers) =>
      changedCase(await api.recordOnSiteSession({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'record-talk',
    schema: talkRecord,
    fields: [{ kind: 'instant', name: 'heldAt' }, { kind: 'line', name: 'attendees' }, text],
    send: async (target, body, headers) => changedCase(await api.recordTalk({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'publish-criticism',
    schema: criticism,
    fields: [text],
    grave: true,
    send: async (target, body, headers) =>
      changedCase(await api.publishCriticism({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'ask-as-leader',
    schema: leaderQuestion,
    fields: [text, { kind: 'instant', name: 'answerBy', optional: true }],
    send: async (target, body, headers) => changedCase(await api.askAsLeader({ path: caseOf(target), body, headers })),
  }),
  action({
    name: 'answer-leader',
    schema: leaderAnswer,
    fields: [text],
    send: async (target, body, headers) =>
      changedCase(
        await api.answerLeader({
          path: { ...caseOf(target), questionId: need(target, 'questionId') },
          body,
          headers,
        }),
      ),
  }),
];
