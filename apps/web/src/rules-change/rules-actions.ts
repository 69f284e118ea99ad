import {
  calendarWriting,
  policyWriting,
  RULES_REACHES,
  rulesApproval,
  rulesCancelling,
  rulesPreview,
  rulesRehearsal,
  rulesWithdrawal,
} from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, changedRules, keyOf, need, type Field, type Target } from '../case-action/action.ts';
import { serverNow } from '../time/clock.ts';
import { instantOf, wallClock } from '../time/local-time.ts';
import { isBroken, partsOf, placeOfFault, type PolicyRules } from './policy-places.ts';

const DAY_KINDS = ['holiday', 'workday', 'ordinary'] as const;
/** How many days back a rehearsal begins, unless another day is chosen. */
const REHEARSED_DAYS = 90;

const pathOf = (target: Target) => ({ changeId: need(target, 'changeId') });
const reason: Field = { kind: 'words', name: 'reason' };

/** As the API takes it; a part that is no JSON is caught here, where it was written. */
const policyAsWritten = policyWriting.superRefine(({ policy }, context) => {
  for (const part of partsOf(policy).filter((name) => isBroken(policy[name])))
    context.addIssue({ code: 'custom', path: ['policy', part], params: { code: 'policy.not-json' } });
});
const POLICY: readonly Field[] = [{ kind: 'policy', name: 'policy' }, reason];
const DAYS: readonly Field[] = [
  {
    kind: 'rows',
    name: 'days',
    add: 'addDay',
    fresh: { kind: 'holiday' },
    fields: [
      { kind: 'day', name: 'day' },
      { kind: 'choice', name: 'kind', of: DAY_KINDS, in: 'dayKind' },
      { kind: 'line', name: 'name', optional: true },
    ],
  },
  reason,
];
const placeOf: Parameters<typeof action>[0]['placeOf'] = (fault, { policy }) =>
  placeOfFault(fault, policy as PolicyRules);

/** What is done with a change of the rules, from its draft to its approval. */
export const rulesActions = [
  action({
    name: 'draft-policy',
    schema: policyAsWritten,
    fields: POLICY,
    begin: ({ policy }) => ({ policy }),
    placeOf,
    send: async (_, body, headers) => changedRules(await api.draftPolicy({ body, headers: keyOf(headers) })),
  }),
  action({
    name: 'revise-policy',
    schema: policyAsWritten,
    fields: POLICY,
    begin: ({ policy }) => ({ policy }),
    placeOf,
    send: async (target, body, headers) =>
      changedRules(await api.revisePolicy({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'draft-calendar',
    schema: calendarWriting,
    fields: DAYS,
    begin: () => ({ days: [{ kind: 'holiday' }] }),
    send: async (_, body, headers) => changedRules(await api.draftCalendar({ body, headers: keyOf(headers) })),
  }),
  action({
    name: 'revise-calendar',
    schema: calendarWriting,
    fields: DAYS,
    begin: ({ rules }) => ({ days: rules?.days ?? [] }),
    send: async (target, body, headers) =>
      changedRules(await api.reviseCalendar({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'preview-rules',
    schema: rulesPreview,
    fields: [],
    send: async (target, body, headers) =>
      changedRules(await api.previewRules({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'rehearse-rules',
    schema: rulesRehearsal,
    fields: [
      { kind: 'instant', name: 'from' },
      { kind: 'instant', name: 'to' },
    ],
    begin: () => {
      const today = wallClock(serverNow()).startOf('day');
      return { from: instantOf(today.subtract(REHEARSED_DAYS, 'day')), to: instantOf(today) };
    },
    send: async (target, body, headers) =>
      changedRules(await api.rehearseRules({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'cancel-rules-run',
    schema: rulesCancelling,
    fields: [],
    send: async (target, body, headers) =>
      changedRules(await api.cancelRulesRun({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'approve-policy',
    schema: rulesApproval,
    fields: [
      { kind: 'choice', name: 'reach', of: RULES_REACHES, in: 'rulesReach', explain: 'rulesReachMeans' },
      { kind: 'instant', name: 'inForceFrom', optional: true },
      reason,
    ],
    begin: () => ({ reach: 'new-cases' }),
    grave: true,
    send: async (target, body, headers) =>
      changedRules(await api.approveRules({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'approve-calendar',
    schema: rulesApproval.pick({ reason: true }),
    fields: [reason],
    grave: true,
    send: async (target, body, headers) =>
      changedRules(await api.approveRules({ path: pathOf(target), body: { ...body, reach: 'open-cases' }, headers })),
  }),
  action({
    name: 'withdraw-rules',
    schema: rulesWithdrawal,
    fields: [reason],
    grave: true,
    send: async (target, body, headers) =>
      changedRules(await api.withdrawRules({ path: pathOf(target), body, headers })),
  }),
];
