import {
  acknowledgement,
  ANSWER_WAYS,
  citizenContact,
  CONTACT_METHODS,
  extensionDecision,
  extensionRequest,
  FAX_FAILURES,
  FAX_RESULTS,
  FAX_WAYS,
  disputeRaising,
  disputeRuling,
  faxReport,
  faxResending,
  feedback,
  feedbackReview,
  interimReport,
  ISSUED_NOTICES,
  issuedNotice,
  OUTCOMES,
  resumption,
  returning,
  returnRuling,
  type Role,
  RULINGS,
  suspension,
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
const OF_UNIT: readonly Role[] = ['unit-handler', 'unit-head'];
/** Of what the center enters for a unit that is not online: by which way it answered, and who there did. */
/** What the center says where it enters the answer of a unit that is not online. */
export const entered: readonly Field[] = [
  {
    kind: 'choice',
    name: 'way',
    of: ANSWER_WAYS,
    in: 'answerWay',
    when: (_, { role }) => !OF_UNIT.includes(role),
    demanded: true,
  },
  { kind: 'line', name: 'answeredBy', when: (_, { role }) => !OF_UNIT.includes(role), optional: true },
];
/** To the second: a minute cut off could lie before a call of this very minute. */
const rightNow = (): string => instantOf(wallClock(serverNow()));

/** What a unit does with its duty, and the center with it. */
export const assignmentActions = [
  action({
    name: 'raise-dispute',
    schema: disputeRaising,
    fields: [{ kind: 'units', name: 'unitIds' }, text],
    send: async (target, body, headers) => changedCase(await api.raiseDispute({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'rule-dispute',
    schema: disputeRuling,
    fields: [{ kind: 'unit', name: 'leadUnitId' }, text, { kind: 'words', name: 'staffingOpinion', optional: true }],
    send: async (target, body, headers) =>
      changedCase(await api.ruleDispute({ path: { caseNumber: need(target, 'caseNumber') }, body, headers })),
  }),
  action({
    name: 'resend-fax',
    schema: faxResending,
    fields: [{ kind: 'choice', name: 'by', of: FAX_WAYS, in: 'faxWay' }],
    send: async (target, body, headers) => changedCase(await api.resendFax({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'report-fax',
    schema: faxReport,
    fields: [
      { kind: 'number', name: 'sheet', least: 1, most: 1000 },
      { kind: 'choice', name: 'result', of: FAX_RESULTS, in: 'faxResult' },
      {
        kind: 'choice',
        name: 'failure',
        of: FAX_FAILURES,
        in: 'faxFailure',
        when: ({ result }) => result === 'failed',
        demanded: true,
      },
    ],
    begin: () => ({ sheet: 1 }),
    send: async (target, body, headers) => changedCase(await api.reportFax({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'acknowledge',
    schema: acknowledgement,
    fields: entered,
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
      ...entered,
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
      ...entered,
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
    name: 'record-contact',
    schema: citizenContact,
    fields: [
      { kind: 'instant', name: 'contactedAt' },
      { kind: 'choice', name: 'contactMethod', of: CONTACT_METHODS, in: 'contactMethod' },
      text,
      ...entered,
    ],
    begin: () => ({ contactedAt: rightNow(), contactMethod: 'phone' }),
    send: async (target, body, headers) =>
      changedCase(await api.recordContact({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'report-interim',
    schema: interimReport,
    fields: [text, ...entered],
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
      ...entered,
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
    name: 'issue-notice',
    schema: issuedNotice,
    fields: [{ kind: 'choice', name: 'notice', of: ISSUED_NOTICES, in: 'issuedNotice' }, text],
    send: async (target, body, headers) => changedCase(await api.issueNotice({ path: pathOf(target), body, headers })),
  }),
];
