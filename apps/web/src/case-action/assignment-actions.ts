import {
  acknowledgement,
  CONTACT_METHODS,
  extensionDecision,
  extensionRequest,
  feedback,
  feedbackReview,
  interimReport,
  ISSUED_NOTICES,
  issuedNotice,
  onSiteSession,
  OUTCOMES,
  resumption,
  returning,
  returnRuling,
  RULINGS,
  suspension,
  urgingCall,
} from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { instantOf, wallClock } from '../time/local-time.ts';
import { serverNow } from '../time/clock.ts';
import { action, changedCase, need, type Field, type Target } from './action.ts';

const pathOf = (target: Target) => ({
  caseNumber: need(target, 'caseNumber'),
  assignmentId: need(target, 'assignmentId'),
});
const text: Field = { kind: 'words', name: 'text' };
/** To the second: a minute cut off could lie before a call of this very minute. */
const rightNow = (): string => instantOf(wallClock(serverNow()));

/** What a unit does with its duty, and the center with it. */
export const assignmentActions = [
  action({
    name: 'acknowledge',
    schema: acknowledgement,
    fields: [],
    send: async (target, body, headers) =>
      changedCase(await api.acknowledgeAssignment({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'return',
    schema: returning,
    fields: [
      { kind: 'words', name: 'basis' },
      { kind: 'unit', name: 'proposedUnitId', optional: true },
      { kind: 'line', name: 'approvedBy', when: (_, { role }) => role !== 'unit-head', demanded: true },
    ],
    send: async (target, body, headers) =>
      changedCase(await api.returnAssignment({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'rule-return',
    schema: returnRuling,
    fields: [{ kind: 'choice', name: 'ruling', of: RULINGS, in: 'ruling' }, text],
    send: async (target, body, headers) => changedCase(await api.ruleReturn({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'request-extension',
    schema: extensionRequest,
    fields: [
      { kind: 'number', name: 'workingDays', least: 1, most: 250 },
      { kind: 'words', name: 'reason' },
    ],
    send: async (target, body, headers) =>
      changedCase(await api.requestExtension({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'decide-extension',
    schema: extensionDecision,
    fields: [{ kind: 'yes-no', name: 'granted' }, text],
    send: async (target, body, headers) =>
      changedCase(await api.decideExtension({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'suspend',
    schema: suspension,
    fields: [{ kind: 'cause', name: 'cause' }, { kind: 'instant', name: 'reviewAt' }, text],
    send: async (target, body, headers) =>
      changedCase(await api.suspendAssignment({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'resume',
    schema: resumption,
    fields: [text],
    send: async (target, body, headers) =>
      changedCase(await api.resumeAssignment({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'report-interim',
    schema: interimReport,
    fields: [text],
    send: async (target, body, headers) =>
      changedCase(await api.reportInterim({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'submit-feedback',
    schema: feedback,
    fields: [
      { kind: 'choice', name: 'outcome', of: OUTCOMES, in: 'outcome' },
      text,
      { kind: 'instant', name: 'contactedAt' },
      { kind: 'choice', name: 'contactMethod', of: CONTACT_METHODS, in: 'contactMethod' },
      { kind: 'instant', name: 'booksReviewAt', when: ({ outcome }) => outcome === 'on-books', demanded: true },
    ],
    begin: () => ({ contactedAt: rightNow(), contactMethod: 'phone' }),
    send: async (target, body, headers) =>
      changedCase(await api.submitFeedback({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'review',
    schema: feedbackReview,
    fields: [
      { kind: 'yes-no', name: 'accepted' },
      { ...text, when: ({ accepted }) => accepted === false, demanded: true },
    ],
    send: async (target, body, headers) =>
      changedCase(await api.reviewFeedback({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'record-urging-call',
    schema: urgingCall,
    fields: [text],
    send: async (target, body, headers) =>
      changedCase(await api.recordUrgingCall({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'issue-notice',
    schema: issuedNotice,
    fields: [{ kind: 'choice', name: 'notice', of: ISSUED_NOTICES, in: 'issuedNotice' }, text],
    send: async (target, body, headers) => changedCase(await api.issueNotice({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'record-on-site-session',
    schema: onSiteSession,
    fields: [text],
    send: async (target, body, headers) =>
      changedCase(await api.recordOnSiteSession({ path: pathOf(target), body, headers })),
  }),
];
