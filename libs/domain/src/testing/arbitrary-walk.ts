import fc from 'fast-check';
import { availableActions } from '../access/case-rights.ts';
import type { Actor } from '../access/actor.ts';
import { ROLES } from '../access/actor.ts';
import type { CaseCommand, CaseCommandType } from '../case/case-command.ts';
import type { CaseState } from '../case/case-state.ts';
import { DomainError } from '../domain-error.ts';
import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { fastPolicy } from '../policy/fast-policy.ts';
import { dice, draws, HOUR, UNITS } from './arbitrary-command.ts';
import { LivingCase, person } from './living-case.ts';

const anyone: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(person('director')) },
  { weight: 3, arbitrary: fc.constantFrom(...UNITS).map((unitId) => person('unit-handler', unitId)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...ROLES).map((role) => person(role, role.startsWith('unit-') ? 'u1' : undefined)),
  },
);

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
  /** A command of each type, as it was drawn for this step. */
  readonly drawn: readonly CaseCommand[];
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
    const drawn = Object.values(step.draws).map((draw) => draw(lived.now));
    look({ lived, before, command, actor, drawn, ...(refusal ? { refusal } : {}) });
  }
  return lived;
}

const REGULARS: readonly Actor[] = [
  person('director'),
  ...UNITS.map((unitId) => person('unit-handler', unitId)),
  { ...person('unit-handler', 'u1'), actsAsHead: true },
  person('operator'),
  person('deputy-mayor'),
];

/** What leads on is tried more often than what ends, so that walks reach far. */
const ENDINGS: readonly CaseCommandType[] = [
  'merge',
  'take-in',
  'let-out',
  'record-call',
  'classify',
  'decline',
  'answer-directly',
  'close',
  'record-urging-call',
  'record-on-site-session',
  'cancel-on-site-session',
  'record-talk',
  'publish-criticism',
  'issue-notice',
];
const LEADING_ON: readonly CaseCommandType[] = [
  'assign',
  'acknowledge',
  'submit-feedback',
  'review',
  'record-callback',
  'rule-return',
  'request-extension',
  'decide-extension',
  'resume',
  'reopen',
];
const ANSWERS: readonly CaseCommandType[] = [
  'acknowledge',
  'return',
  'request-extension',
  'report-interim',
  'return-slip',
  'submit-feedback',
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
  const actor = chosen?.actor ?? stranger;
  // The center says by which way a unit answered that is not online; the unit itself does not.
  const way = ANSWERS.includes(type) && !actor.unitId ? { way: 'phone' as const } : {};
  return { actor, command: { ...drawn[type](lived.now), ...chosen?.action, ...way } as CaseCommand };
}

/** What a meeting or a report brings back to its case. */
function inOwnStreams({ openMeetingId: meetingId, openReportId: reportId, openReportIssued, merged }: CaseState) {
  const director = person('director');
  return [
    { actor: director, action: { type: merged.length > 0 ? 'let-out' : 'take-in' } as const },
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
