import {
  FOLDERS,
  followUp,
  instruction,
  openInstruction,
  partReport,
  partReview,
  REPORT_RESULTS,
  reportCoverage,
  reportDraft,
  reportEnding,
  reportRevision,
  reportSubmission,
} from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, changedCase, changedPart, changedReport, need, type Field, type Target } from './action.ts';

const pathOf = (target: Target) => ({ reportId: need(target, 'reportId') });
const partOf = (target: Target) => ({ ...pathOf(target), partId: need(target, 'partId') });
const text: Field = { kind: 'words', name: 'text' };
const SUBSTANCE = ['trouble', 'cause', 'tried', 'wayOut', 'asked'].map((name): Field => ({ kind: 'words', name }));

/** What is done with a special report, from its draft to its end. */
export const reportActions = [
  action({
    name: 'draft-report',
    schema: reportDraft,
    fields: SUBSTANCE.map((field): Field => ({ ...field, optional: true })),
    send: async (target, body, headers) =>
      changedCase(await api.draftReport({ path: { caseNumber: need(target, 'caseNumber') }, body, headers })),
  }),
  action({
    name: 'revise-report',
    schema: reportRevision,
    fields: SUBSTANCE,
    begin: ({ report }) => ({ ...report?.words }),
    send: async (target, body, headers) =>
      changedReport(await api.reviseReport({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'cover-cases',
    schema: reportCoverage,
    fields: [{ kind: 'lines', name: 'caseNumbers', optional: true }],
    begin: ({ report }) => ({
      caseNumbers: (report?.cases ?? [])
        .map(({ caseNumber }) => caseNumber)
        .filter((one) => one !== report?.caseNumber),
    }),
    send: async (target, body, headers) => changedReport(await api.coverCases({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'submit-report',
    schema: reportSubmission,
    fields: [{ kind: 'choice', name: 'folder', of: FOLDERS, in: 'reportFolder' }],
    begin: () => ({ folder: 'urgent' }),
    send: async (target, body, headers) =>
      changedReport(await api.submitReport({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'give-instruction',
    schema: instruction,
    fields: [
      text,
      { kind: 'instant', name: 'dueAt' },
      {
        kind: 'rows',
        name: 'parts',
        add: 'addPart',
        fields: [{ kind: 'unit', name: 'unitId' }, text, { kind: 'instant', name: 'dueAt' }],
      },
    ],
    begin: () => ({ parts: [] }),
    send: async (target, body, headers) =>
      changedReport(await api.giveInstruction({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'follow-up',
    schema: followUp,
    fields: [
      text,
      { kind: 'part', name: 'partId', optional: true, when: (_, { report }) => openParts(report).length > 0 },
    ],
    send: async (target, body, headers) =>
      changedReport(await api.followUpReport({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'report-part',
    schema: partReport,
    fields: [text, { kind: 'yes-no', name: 'done' }],
    send: async (target, body, headers) => changedPart(await api.reportPart({ path: partOf(target), body, headers })),
  }),
  action({
    name: 'review-part',
    schema: partReview,
    fields: [
      { kind: 'yes-no', name: 'accepted' },
      { ...text, demanded: true, when: ({ accepted }) => accepted === false },
    ],
    send: async (target, body, headers) => changedReport(await api.reviewPart({ path: partOf(target), body, headers })),
  }),
  action({
    name: 'decide-open',
    schema: openInstruction,
    fields: [{ kind: 'yes-no', name: 'tell' }, text],
    send: async (target, body, headers) =>
      changedReport(await api.decideOpenInstruction({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'end-report',
    schema: reportEnding,
    fields: [{ kind: 'choice', name: 'result', of: REPORT_RESULTS, in: 'reportResult' }, text],
    send: async (target, body, headers) => changedReport(await api.endReport({ path: pathOf(target), body, headers })),
  }),
];

/** The parts of an instruction that are still to be done. */
export function openParts<Part extends { readonly doneAt?: string }>(
  report: { readonly parts: readonly Part[] } | undefined,
): Part[] {
  return (report?.parts ?? []).filter(({ doneAt }) => !doneAt);
}
