import {
  classification,
  furtherCall,
  incidentEnding,
  merging,
  REQUEST_KINDS,
  unmerging,
} from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, changedCase, need, type Field, type Target } from './action.ts';

const pathOf = (target: Target) => ({ caseNumber: need(target, 'caseNumber') });
const text: Field = { kind: 'words', name: 'text' };

/** What is done to a case because of other calls and cases. */
export const intakeActions = [
  action({
    name: 'record-call',
    schema: furtherCall,
    fields: [
      text,
      { kind: 'line', name: 'callerPhone', optional: true },
      { kind: 'line', name: 'callerName', optional: true },
    ],
    send: async (target, body, headers) => changedCase(await api.recordCall({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'classify',
    schema: classification,
    fields: [
      { kind: 'choice', name: 'kind', of: REQUEST_KINDS, in: 'kind' },
      { kind: 'category', name: 'categoryId' },
    ],
    begin: ({ case: of }) => ({ kind: of?.kind, categoryId: of?.categoryId }),
    send: async (target, body, headers) => changedCase(await api.classifyCase({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'merge',
    schema: merging,
    fields: [{ kind: 'line', name: 'leadCaseNumber' }, text],
    send: async (target, body, headers) => changedCase(await api.mergeCase({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'unmerge',
    schema: unmerging,
    fields: [text],
    send: async (target, body, headers) => changedCase(await api.unmergeCase({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'end-incident',
    schema: incidentEnding,
    fields: [text],
    send: async (target, body, headers) => changedCase(await api.endIncident({ path: pathOf(target), body, headers })),
  }),
];
