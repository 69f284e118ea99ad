import {
  caseNumber,
  QUALITY_MATTERS,
  qualityAppeal,
  qualityCheck,
  qualityDecision,
  type Role,
} from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, CHANGED_PEOPLE, keyOf, need, type Field, type Target } from '../case-action/action.ts';

const CENTER: readonly Role[] = ['operator', 'dispatcher', 'shift-leader', 'quality-checker', 'supervisor', 'director'];
const checkOf = (target: Target) => ({
  caseNumber: need(target, 'caseNumber'),
  checkNumber: need(target, 'checkNumber'),
});
const text: Field = { kind: 'words', name: 'text' };

/** 质检: of whose work, by the form of the policy; his appeal, and what is decided on it. */
export const qualityActions = [
  action({
    name: 'check-quality',
    schema: qualityCheck.extend({ caseNumber: caseNumber() }),
    fields: [
      { kind: 'line', name: 'caseNumber' },
      { kind: 'choice', name: 'checked', of: QUALITY_MATTERS, in: 'qualityMatter' },
      {
        kind: 'person',
        name: 'userId',
        among:
          () =>
          ({ role }) =>
            CENTER.includes(role),
      },
      { kind: 'marks', name: 'marks' },
      { ...text, optional: true },
    ],
    begin: () => ({ checked: 'call' }),
    send: async (_, { caseNumber: number, ...body }, headers) => {
      await api.checkQuality({ path: { caseNumber: number }, body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'appeal-quality',
    schema: qualityAppeal,
    fields: [text],
    send: async (target, body, headers) => {
      await api.appealQuality({ path: checkOf(target), body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'decide-quality-appeal',
    schema: qualityDecision,
    fields: [{ kind: 'marks', name: 'marks', optional: true }, text],
    send: async (target, body, headers) => {
      await api.decideQualityAppeal({ path: checkOf(target), body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
];
