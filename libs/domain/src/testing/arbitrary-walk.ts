import fc from 'fast-check';
import { availableActions } from '../access/case-rights.ts';
import type { Actor } from '../access/actor.ts';
import { ROLES } from '../access/actor.ts';
import type { CaseCommand, CaseCommandType } from '../case/case-command.ts';
import { CALLBACK_RESULTS, CONTACT_METHODS, DECLINE_REASONS, OUTCOMES, SATISFACTIONS } from '../case/case-event.ts';
import type { CaseState } from '../case/case-state.ts';
import { DomainError } from '../domain-error.ts';
import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import { DEFAULT_POLICY, fastPolicy } from '../policy/default-policy.ts';
import { REQUEST_KINDS, URGENCIES } from '../policy/policy.ts';
import { LivingCase, person, words } from './living-case.ts';

const UNITS = ['u1', 'u2', 'u3'] as const;
const MEMBER = { u1: true, u2: true, u3: false } as const;
const HOUR = 3_600_000;

const anyone: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(person('director')) },
  { weight: 3, arbitrary: fc.constantFrom(...UNITS).map((unitId) => person('unit-handler', unitId)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...ROLES).map((role) => person(role, role.startsWith('unit-') ? 'u1' : undefined)),
  },
);

/** 0 to 99, each as likely as any other. */
const dice = fc.noBias(fc.integer({ min: 0, max: 99 }));

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
    .record({ assignmentId: assignmentIds, workingDays: fc.constantFrom(1, 2, 5, 0.5, -1, 400, Number.NaN) })
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

/** One step of a walk: time passes, then somebody tries something. */
interface Step {
  readonly hours: number;
  readonly outage: boolean;
  /** Who tries when the try is a wild one, of anything. Else `pick` chooses among all that somebody may do now. */
  readonly stranger: Actor;
  readonly wild: boolean;
  readonly pick: number;
  readonly draws: Readonly<Record<Exclude<CaseCommandType, 'act'>, (now: Instant) => CaseCommand>>;
  readonly policy: 'desk' | 'compressed' | 'same';
}

const draws = fc.record(
  DRAWS as unknown as Record<Exclude<CaseCommandType, 'act'>, fc.Arbitrary<(now: Instant) => CaseCommand>>,
);

const steps: fc.Arbitrary<Step> = fc.record({
  hours: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }) },
    { weight: 1, arbitrary: fc.integer({ min: 30, max: 500 }) },
  ),
  outage: dice.map((throwOf) => throwOf < 30),
  stranger: anyone,
  wild: dice.map((throwOf) => throwOf < 10),
  pick: fc.noBias(fc.nat(1_000_000)),
  draws,
  policy: dice.map((throwOf) => (throwOf === 0 ? 'compressed' : throwOf < 4 ? 'desk' : 'same')),
});

/** A walk through a case: what everybody tried, with what came of it. */
export const walks = (length: { minLength?: number; maxLength: number }): fc.Arbitrary<readonly Step[]> =>
  fc.array(steps, { size: 'max', ...length });

/** What was tried in one step. */
export interface Tried {
  readonly lived: LivingCase;
  readonly before: LivingCase['state'];
  readonly command: CaseCommand;
  readonly actor: Actor;
  readonly refusal?: DomainError;
}

/** Lives a walk through; anything but a DomainError is thrown on. `look` sees the case after every step. */
export function walk(path: readonly Step[], look: (tried: Tried) => void): LivingCase {
  const first = path[0];
  const lived = new LivingCase('2026-01-05T01:00:00.000Z');
  const registration = first ? first.draws.register(lived.now) : undefined;
  lived.do(registration ?? { type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c1' });
  for (const step of path) {
    if (step.policy !== 'same') lived.policy = step.policy === 'desk' ? DEFAULT_POLICY : fastPolicy();
    // An hour of the desk is a second where a working day is three.
    const hour = lived.policy.pace.kind === 'desk' ? HOUR : 1_000;
    const to = instantOf(millisecondsOf(lived.now) + step.hours * hour);
    if (step.outage) lived.outageUntil(to);
    else lived.until(to);
    const { actor, command } = tryOf(lived, step);
    const before = lived.state;
    const refusal = attempt(() => lived.do(command, actor));
    look({ lived, before, command, actor, ...(refusal ? { refusal } : {}) });
  }
  return lived;
}

const REGULARS: readonly Actor[] = [
  person('director'),
  ...UNITS.map((unitId) => person('unit-handler', unitId)),
  person('operator'),
];

/** What leads on is tried more often than what ends, so that walks reach far. */
const ENDINGS: readonly CaseCommandType[] = [
  'decline',
  'answer-directly',
  'close',
  'record-urging-call',
  'record-on-site-session',
  'issue-notice',
];
const LEADING_ON: readonly CaseCommandType[] = [
  'assign',
  'acknowledge',
  'submit-feedback',
  'review',
  'record-callback',
  'rule-return',
  'resume',
  'reopen',
];
const likelihood = (type: CaseCommandType): number => (ENDINGS.includes(type) ? 1 : LEADING_ON.includes(type) ? 16 : 5);

function tryOf(
  lived: LivingCase,
  { stranger, pick, wild, draws: drawn }: Step,
): { actor: Actor; command: CaseCommand } {
  const types = Object.keys(drawn) as Exclude<CaseCommandType, 'act'>[];
  const may = [
    ...REGULARS.flatMap((actor) => availableActions(lived.state, actor).map((action) => ({ actor, action }))),
    ...inOwnStreams(lived.state),
  ];
  const lots = may.flatMap((one) => Array.from({ length: likelihood(one.action.type) }, () => one));
  const chosen = wild ? undefined : lots[pick % Math.max(1, lots.length)];
  const type = (chosen?.action.type ?? types[pick % types.length] ?? 'reopen') as Exclude<CaseCommandType, 'act'>;
  const command = { ...drawn[type](lived.now), ...chosen?.action } as CaseCommand;
  return { actor: chosen?.actor ?? stranger, command };
}

/** What a meeting or a report brings back to its case. */
function inOwnStreams({ openMeetingId: meetingId, openReportId: reportId, openReportIssued }: CaseState) {
  const director = person('director');
  return [
    ...(meetingId ? [{ actor: director, action: { type: 'end-meeting', meetingId } as const }] : []),
    ...(reportId ? [{ actor: director, action: { type: 'end-report', reportId } as const }] : []),
    ...(reportId && openReportIssued
      ? [{ actor: person('deputy-mayor'), action: { type: 'receive-instruction', reportId } as const }]
      : []),
  ];
}

/** The refusal of a try; anything that is not a rule's is thrown on. */
export function attempt(tried: () => unknown): DomainError | undefined {
  try {
    tried();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
