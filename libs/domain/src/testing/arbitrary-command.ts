import fc from 'fast-check';
import type { CaseCommand, CaseCommandType } from '../case/case-command.ts';
import { CALLBACK_RESULTS, CONTACT_METHODS, DECLINE_REASONS, OUTCOMES, SATISFACTIONS } from '../case/case-event.ts';
import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import { REQUEST_KINDS, URGENCIES } from '../policy/policy.ts';
import { words } from './living-case.ts';

export const UNITS = ['u1', 'u2', 'u3'] as const;
const MEMBER = { u1: true, u2: true, u3: false } as const;
export const HOUR = 3_600_000;

/** 0 to 99, each as likely as any other. */
export const dice = fc.noBias(fc.integer({ min: 0, max: 99 }));

const assignmentIds = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5') },
  { weight: 1, arbitrary: fc.constantFrom('a99', 'constructor', '__proto__', '') },
);
const proposalIds = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'constructor');
/** Hours from now, sometimes absurd. */
const hours = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 400 }) },
  { weight: 1, arbitrary: fc.constantFrom(-100, 0, 1_000_000, Number.NaN) },
);
const text = words('t');

type Draw<Type extends CaseCommandType> = (now: Instant) => Extract<CaseCommand, { type: Type }>;
type Draws = { readonly [Type in Exclude<CaseCommandType, 'act'>]: fc.Arbitrary<Draw<Type>> };

const later = (now: Instant, by: number): Instant =>
  Number.isNaN(by) ? 'no time' : instantOf(millisecondsOf(now) + by * HOUR);

const terms = fc.oneof(
  fc.integer({ min: -1, max: 40 }).map((workingDays) => ({ workingDays })),
  fc.integer({ min: 1, max: 90 }).map((workingHours) => ({ workingHours })),
  fc.integer({ min: 1, max: 3_000 }).map((minutes) => ({ minutes })),
  fc.constant({ workingDays: Number.POSITIVE_INFINITY }),
);

const unitsToAssign = fc
  .uniqueArray(
    fc.record({
      unitId: fc.constantFrom(...UNITS),
      role: fc.constantFrom('lead' as const, 'co' as const),
      term: fc.option(terms, { nil: undefined, freq: 3 }),
      dueIn: fc.option(hours, { nil: undefined, freq: 4 }),
    }),
    { selector: ({ unitId }) => unitId, minLength: 0, maxLength: 3 },
  )
  // Most assignments should be possible ones: exactly one leads.
  .chain((units) =>
    dice.map((throwOf) =>
      throwOf < 25
        ? units
        : units.map((unit, index) => ({ ...unit, role: index === 0 ? ('lead' as const) : ('co' as const) })),
    ),
  );

const DRAWS: Draws = {
  register: fc
    .record({ kind: fc.constantFrom(...REQUEST_KINDS), urgency: fc.constantFrom(...URGENCIES) })
    .map((facts) => () => ({ type: 'register', categoryId: 'c1', ...facts })),
  decline: fc.constantFrom(...DECLINE_REASONS).map((reason) => () => ({ type: 'decline', reason, text })),
  'answer-directly': fc.constant(() => ({ type: 'answer-directly', text })),
  assign: fc
    .record({ units: unitsToAssign, urgency: fc.option(fc.constantFrom(...URGENCIES), { nil: undefined }) })
    .map(({ units, urgency }) => (now) => ({
      type: 'assign',
      quality: text,
      feedback: text,
      ...(urgency ? { urgency } : {}),
      units: units.map(({ unitId, role, term, dueIn }) => ({
        unitId,
        role,
        member: MEMBER[unitId],
        ...(term ? { term } : {}),
        ...(dueIn === undefined ? {} : { dueAt: later(now, dueIn) }),
      })),
    })),
  acknowledge: assignmentIds.map((assignmentId) => () => ({ type: 'acknowledge', assignmentId })),
  return: assignmentIds.map((assignmentId) => () => ({
    type: 'return',
    assignmentId,
    basis: text,
    approvedBy: 'head',
  })),
  'rule-return': fc
    .record({
      assignmentId: assignmentIds,
      ruling: fc.constantFrom('accepted' as const, 'rejected' as const, 'designated' as const),
    })
    .map((facts) => () => ({ type: 'rule-return', text, ...facts })),
  'request-extension': fc
    .record({ assignmentId: assignmentIds, workingDays: fc.constantFrom(1, 1, 2, 2, 5, 0.5, -1, 400, Number.NaN) })
    .map((facts) => () => ({ type: 'request-extension', reason: text, ...facts })),
  'decide-extension': fc
    .record({ assignmentId: assignmentIds, granted: fc.boolean() })
    .map((facts) => () => ({ type: 'decide-extension', text, ...facts })),
  suspend: fc
    .record({ assignmentId: assignmentIds, cause: fc.constantFrom('weather', 'season', 'laziness'), reviewIn: hours })
    .map(({ assignmentId, cause, reviewIn }) => (now) => ({
      type: 'suspend',
      assignmentId,
      cause,
      reviewAt: later(now, reviewIn),
      text,
    })),
  resume: assignmentIds.map((assignmentId) => () => ({ type: 'resume', assignmentId, text })),
  'report-interim': assignmentIds.map((assignmentId) => () => ({ type: 'report-interim', assignmentId, text })),
  'submit-feedback': fc
    .record({
      assignmentId: assignmentIds,
      outcome: fc.constantFrom(...OUTCOMES),
      contactMethod: fc.constantFrom(...CONTACT_METHODS),
      books: fc.option(hours, { nil: undefined }),
    })
    .map(({ assignmentId, outcome, contactMethod, books }) => (now) => ({
      type: 'submit-feedback',
      assignmentId,
      outcome,
      contactMethod,
      contactedAt: now,
      text,
      ...(books !== undefined && outcome === 'on-books' ? { booksReviewAt: later(now, books) } : {}),
    })),
  review: fc
    .record({ assignmentId: assignmentIds, accepted: fc.boolean() })
    .map((facts) => () => ({ type: 'review', text, ...facts })),
  'record-callback': fc
    .record({
      result: fc.constantFrom(...CALLBACK_RESULTS, 'reached' as const, 'reached' as const),
      solved: fc.boolean(),
      satisfaction: fc.constantFrom(...SATISFACTIONS, 'dissatisfied' as const),
    })
    .map(({ result, solved, satisfaction }) => () => ({
      type: 'record-callback',
      result,
      ...(result === 'reached' ? { contactedByUnit: true, solved, satisfaction } : {}),
    })),
  'record-second-look': fc.boolean().map((stands) => () => ({ type: 'record-second-look', stands, text })),
  close: fc.constantFrom(...OUTCOMES).map((outcome) => () => ({ type: 'close', outcome, text })),
  reopen: fc.constant(() => ({ type: 'reopen', text })),
  'record-urging-call': assignmentIds.map((assignmentId) => () => ({ type: 'record-urging-call', assignmentId, text })),
  'issue-notice': fc
    .record({
      assignmentId: assignmentIds,
      notice: fc.constantFrom('urging-notice' as const, 'supervision-notice' as const),
    })
    .map((facts) => () => ({ type: 'issue-notice', text, ...facts })),
  'record-on-site-session': assignmentIds.map((assignmentId) => () => ({
    type: 'record-on-site-session',
    assignmentId,
    text,
  })),
  'decide-proposal': fc
    .record({
      proposalId: proposalIds,
      decision: fc.constantFrom('do-it' as const, 'not-now' as const, 'no' as const),
      untilIn: hours,
    })
    .map(({ proposalId, decision, untilIn }) => (now) => ({
      type: 'decide-proposal',
      proposalId,
      decision,
      text,
      ...(decision === 'not-now' ? { until: later(now, untilIn) } : {}),
    })),
  'convene-meeting': fc
    .record({ unitIds: fc.subarray([...UNITS]), startsIn: hours })
    .map(({ unitIds, startsIn }) => (now) => ({ type: 'convene-meeting', unitIds, startsAt: later(now, startsIn) })),
  'end-meeting': fc
    .record({
      count: fc.integer({ min: 1, max: 3 }),
      result: fc.constantFrom('settled' as const, 'unsettled' as const, 'cancelled' as const),
    })
    .map(({ count, result }) => () => ({ type: 'end-meeting', meetingId: `202601050042-meeting-${count}`, result })),
  'draft-report': fc.constant(() => ({ type: 'draft-report' })),
  'submit-report': fc
    .integer({ min: 1, max: 3 })
    .map((count) => () => ({ type: 'submit-report', reportId: `202601050042-report-${count}` })),
  'receive-instruction': fc
    .record({ count: fc.integer({ min: 1, max: 3 }), dueIn: hours })
    .map(({ count, dueIn }) => (now) => ({
      type: 'receive-instruction',
      reportId: `202601050042-report-${count}`,
      dueAt: later(now, dueIn),
    })),
  'end-report': fc
    .record({
      count: fc.integer({ min: 1, max: 3 }),
      result: fc.constantFrom('solved' as const, 'unsolved' as const, 'withdrawn' as const),
    })
    .map(({ count, result }) => () => ({ type: 'end-report', reportId: `202601050042-report-${count}`, result })),
};

/** One command of each type, most of them sensible and some absurd; what is near or far is so from `now`. */
export const draws = fc.record(
  DRAWS as unknown as Record<Exclude<CaseCommandType, 'act'>, fc.Arbitrary<(now: Instant) => CaseCommand>>,
);
