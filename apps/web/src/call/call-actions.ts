import { CALL_FILED, callFiling } from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, CHANGED_PEOPLE, keyOf, need, type Values } from '../case-action/action.ts';

const isAboutCase = ({ outcome }: Values): boolean => outcome === 'case' || outcome === 'further-call';

/** 来电结果 */
export const callActions = [
  action({
    name: 'file-call',
    schema: callFiling,
    fields: [
      { kind: 'choice', name: 'outcome', of: CALL_FILED, in: 'callOutcome' },
      { kind: 'line', name: 'caseNumber', when: isAboutCase, demanded: true },
      { kind: 'words', name: 'reason', when: ({ outcome }) => outcome === 'nuisance', demanded: true },
    ],
    send: async (target, body, headers) => {
      await api.fileCall({ path: { callId: need(target, 'callId') }, body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
];
