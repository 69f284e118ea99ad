import {
  booksReview,
  callbackInvitation,
  sampleLook,
  assigning,
  callback,
  CALLBACK_RESULTS,
  CHANNELS,
  closing,
  declination,
  DECLINE_REASONS,
  directAnswer,
  OUTCOMES,
  PROPOSAL_DECISIONS,
  proposalDecision,
  registration,
  reopening,
  REQUEST_KINDS,
  SATISFACTIONS,
  secondLook,
  URGENCIES,
} from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, changedCase, need, type Field, type Situation, type Target, type Values } from './action.ts';

const pathOf = (target: Target) => ({ caseNumber: need(target, 'caseNumber') });
const text: Field = { kind: 'words', name: 'text' };
const isHandDown = ({ channel }: Values): boolean => String(channel).startsWith('hand-down-');
const isPhone = (channel: unknown): boolean => channel === 'phone-12345' || channel === 'phone-122';
/** Terms are the policy's; another is the director's to give. Whom he gave the power changes it afterwards. */
const givesTerms = (_: Values, { role }: Situation): boolean => role === 'director';
const reached = ({ result }: Values): boolean => result === 'reached';

/** What is done to a case as a whole. */
export const caseActions = [
  action({
    name: 'register',
    schema: registration,
    fields: [
      { kind: 'line', name: 'callerPhone', optional: true },
      { kind: 'line', name: 'callerName', optional: true },
      { kind: 'line', name: 'title' },
      text,
      { kind: 'choice', name: 'kind', of: REQUEST_KINDS, in: 'kind' },
      { kind: 'choice', name: 'urgency', of: URGENCIES, in: 'urgency' },
      { kind: 'category', name: 'categoryId', optional: true },
      { kind: 'line', name: 'place', optional: true },
      { kind: 'coordinates', name: 'coordinates', optional: true },
      { kind: 'number', name: 'peopleConcerned', least: 1, most: 10_000_000, optional: true },
      { kind: 'choice', name: 'channel', of: CHANNELS, in: 'channel' },
      { kind: 'line', name: 'externalNumber', demanded: true, when: isHandDown },
      { kind: 'instant', name: 'externalDueAt', optional: true, when: isHandDown },
      { kind: 'instant', name: 'askedAt', optional: true, when: ({ channel }) => !isPhone(channel) },
    ],
    begin: () => ({ channel: 'phone-12345', urgency: 'ordinary', kind: 'help' }),
    send: async (_, body, { 'Idempotency-Key': key }) =>
      changedCase(await api.registerCase({ body, headers: { 'Idempotency-Key': key } })),
  }),
  action({
    name: 'decline',
    schema: declination,
    fields: [{ kind: 'choice', name: 'reason', of: DECLINE_REASONS, in: 'declineReason', explain: 'whereToGo' }, text],
    grave: true,
    send: async (target, body, headers) => changedCase(await api.declineCase({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'answer-directly',
    schema: directAnswer,
    fields: [{ kind: 'articles', name: 'articles', optional: true }, text],
    send: async (target, body, headers) =>
      changedCase(await api.answerDirectly({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'assign',
    schema: assigning,
    fields: [
      {
        kind: 'rows',
        name: 'units',
        add: 'addUnit',
        fresh: { role: 'co' },
        fields: [
          { kind: 'unit', name: 'unitId' },
          { kind: 'choice', name: 'role', of: ['lead', 'co'], in: 'assignmentRole' },
          { kind: 'number', name: 'termWorkingDays', least: 1, most: 250, optional: true, when: givesTerms },
          { kind: 'instant', name: 'dueAt', optional: true, when: givesTerms },
        ],
      },
      { kind: 'words', name: 'termReason', optional: true, when: givesTerms },
      { kind: 'choice', name: 'urgency', of: URGENCIES, in: 'urgency' },
      { kind: 'words', name: 'quality' },
      { kind: 'words', name: 'feedback' },
    ],
    begin: ({ case: of }, words) => ({
      units: [
        { role: of?.assignments.some(({ role, status }) => role === 'lead' && status !== 'withdrawn') ? 'co' : 'lead' },
      ],
      urgency: of?.urgency,
      ...words,
    }),
    send: async (target, body, headers) => changedCase(await api.assignCase({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'record-callback',
    schema: callback,
    fields: [
      { kind: 'choice', name: 'result', of: CALLBACK_RESULTS, in: 'callbackResult' },
      { kind: 'yes-no', name: 'contactedByUnit', when: reached, demanded: true },
      { kind: 'yes-no', name: 'solved', when: reached, demanded: true },
      { kind: 'choice', name: 'satisfaction', of: SATISFACTIONS, in: 'satisfaction', when: reached, demanded: true },
      { kind: 'instant', name: 'callAgainAt', when: ({ result }) => result === 'call-later', demanded: true },
      { ...text, optional: true },
    ],
    begin: () => ({ result: 'reached' }),
    send: async (target, body, headers) =>
      changedCase(await api.recordCallback({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'invite-callback',
    schema: callbackInvitation,
    fields: [],
    send: async (target, body, headers) =>
      changedCase(await api.inviteCallback({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'record-second-look',
    schema: secondLook,
    fields: [{ kind: 'yes-no', name: 'stands' }, text],
    send: async (target, body, headers) =>
      changedCase(await api.recordSecondLook({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'close',
    schema: closing,
    fields: [
      { kind: 'choice', name: 'outcome', of: OUTCOMES.filter((outcome) => outcome !== 'on-books'), in: 'outcome' },
      text,
    ],
    grave: true,
    send: async (target, body, headers) => changedCase(await api.closeCase({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'review-books',
    schema: booksReview,
    fields: [{ kind: 'instant', name: 'reviewAt' }, text],
    send: async (target, body, headers) => changedCase(await api.reviewBooks({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'record-sample-look',
    schema: sampleLook,
    fields: [{ kind: 'yes-no', name: 'stands' }, text],
    send: async (target, body, headers) =>
      changedCase(await api.recordSampleLook({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'reopen',
    schema: reopening,
    fields: [text],
    send: async (target, body, headers) => changedCase(await api.reopenCase({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'decide-proposal',
    schema: proposalDecision,
    fields: [
      { kind: 'choice', name: 'decision', of: PROPOSAL_DECISIONS, in: 'proposalDecision' },
      { kind: 'instant', name: 'until', when: ({ decision }) => decision === 'not-now', demanded: true },
      text,
    ],
    send: async (target, body, headers) =>
      changedCase(
        await api.decideProposal({
          path: { ...pathOf(target), proposalId: need(target, 'proposalId') },
          body,
          headers,
        }),
      ),
  }),
];
