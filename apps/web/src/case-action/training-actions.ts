import { REQUEST_KINDS, trainingDay, trainingRegistration, URGENCIES } from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, changedCase, need } from './action.ts';

/** What is done in trainings alone. */
export const trainingActions = [
  action({
    name: 'register-training',
    schema: trainingRegistration,
    fields: [
      { kind: 'line', name: 'title' },
      { kind: 'words', name: 'text' },
      { kind: 'choice', name: 'kind', of: REQUEST_KINDS, in: 'kind' },
      { kind: 'choice', name: 'urgency', of: URGENCIES, in: 'urgency' },
      { kind: 'category', name: 'categoryId' },
      { kind: 'line', name: 'place', optional: true },
    ],
    begin: () => ({ urgency: 'ordinary', kind: 'help' }),
    send: async (_, body, { 'Idempotency-Key': key }) =>
      changedCase(await api.registerTrainingCase({ body, headers: { 'Idempotency-Key': key } })),
  }),
  action({
    name: 'advance-clock',
    schema: trainingDay,
    fields: [],
    grave: true,
    send: async (target, body, headers) =>
      changedCase(await api.advanceTrainingClock({ path: { caseNumber: need(target, 'caseNumber') }, body, headers })),
  }),
];
