import type { FieldFault } from '../case-action/validation.ts';

/** A policy as it is written: the API holds its schema. */
export type PolicyRules = Readonly<Record<string, unknown>>;

type Way = readonly (string | number)[];

/** One value of a policy that is asked for by an input of its own. */
export interface Knob {
  readonly way: Way;
  readonly kind: 'line' | 'term' | 'number' | 'share';
  /** Of a rung of the ladder towards the due: its name. */
  readonly rung?: string;
}

export const KNOB_GROUPS = ['terms', 'waits', 'due', 'counts'] as const;
export type KnobGroup = (typeof KNOB_GROUPS)[number];

const FIXED: Readonly<Record<Exclude<KnobGroup, 'due'>, readonly (readonly [way: string, kind: Knob['kind']])[]>> = {
  terms: [
    ['terms.consultation', 'term'],
    ['terms.help', 'term'],
    ['terms.complaint', 'term'],
    ['terms.suggestion', 'term'],
    ['terms.violation-report', 'term'],
    ['emergencyTerm', 'term'],
  ],
  waits: [
    ['waits.assignOrAnswer', 'term'],
    ['waits.acknowledge', 'term'],
    ['waits.contact', 'term'],
    ['waits.return', 'term'],
    ['waits.ruling', 'term'],
    ['waits.extensionDecision', 'term'],
    ['waits.review', 'term'],
    ['waits.callback', 'term'],
    ['waits.proposal', 'term'],
    ['waits.instruction', 'term'],
    ['calls.returnWithin', 'term'],
  ],
  counts: [
    ['callbackTries', 'number'],
    ['redosBeforeSecondLook', 'number'],
    ['returnsBeforeDesignation', 'number'],
    ['intake.repeatedCalls.calls', 'number'],
    ['intake.repeatedCalls.days', 'number'],
    ['intake.incident.callers', 'number'],
    ['intake.incident.minutes', 'number'],
    ['calls.answerWithinSeconds', 'number'],
    ['closing.sampleRate', 'share'],
  ],
};

/** The values most often changed, by what they are about; of the ladder towards the due, the rungs it has. */
export function knobsOf(policy: PolicyRules): Readonly<Record<KnobGroup, readonly Knob[]>> {
  const fixed = (group: keyof typeof FIXED): Knob[] =>
    FIXED[group].flatMap(([path, kind]) => {
      const way = path.split('.');
      return valueIn(policy, way) === undefined ? [] : [{ way, kind }];
    });
  return { terms: fixed('terms'), waits: fixed('waits'), due: rungsTowardsDue(policy), counts: fixed('counts') };
}

function rungsTowardsDue(policy: PolicyRules): Knob[] {
  const rungs = valueIn(policy, ['ladders', 'due']);
  if (!Array.isArray(rungs)) return [];
  return rungs.flatMap((rung: unknown, index): Knob[] =>
    valueIn(rung, ['after']) === 'due' && typeof valueIn(rung, ['rung']) === 'string'
      ? [{ way: ['ladders', 'due', index, 'offset'], kind: 'term', rung: String(valueIn(rung, ['rung'])) }]
      : [],
  );
}

/** The parts of a policy that are written as JSON: every member that is no plain value. */
export function partsOf(policy: PolicyRules): string[] {
  return Object.keys(policy).filter((name) => name !== 'name' && !isPlain(policy[name]));
}

/** What stands for a part while it is no JSON: its text. */
export const isBroken = (part: unknown): part is string => typeof part === 'string';
const isPlain = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean';

/**
 * Where a form shows what the API found at a place of a policy, `ladders.due.2.offset`: at the input of that value, or
 * beneath the part's JSON, with the line that it is on there.
 */
export function placeOfFault(fault: FieldFault, policy: PolicyRules): FieldFault {
  const [member] = fault.path;
  if (typeof member !== 'string' || !(member in policy)) return fault;
  const knobs = [{ way: ['name'] }, ...Object.values(knobsOf(policy)).flat()];
  const knob = knobs.find(({ way }) => way.every((step, index) => step === fault.path[index]));
  if (knob) return { ...fault, path: ['policy', ...knob.way] };
  const within = fault.path.slice(1);
  const line = lineOf(policy[member], within);
  return { code: fault.code, path: ['policy', member], at: within.join('.'), ...(line ? { line } : {}) };
}

const MARK = '\u0001';

/** On which line of a part's JSON a value stands; undefined where there is none. */
export function lineOf(part: unknown, way: Way): number | undefined {
  if (way.length > 0 && valueIn(part, way) === undefined) return undefined;
  const index = pretty(marked(part, way))
    .split('\n')
    .findIndex((line) => line.includes('\\u0001'));
  return index < 0 ? undefined : index + 1;
}

function marked(part: unknown, [step, ...rest]: Way): unknown {
  if (step === undefined) return MARK;
  if (Array.isArray(part)) return part.with(Number(step), marked(part[Number(step)], rest));
  return { ...(part as object), [step]: marked(Reflect.get(part as object, step), rest) };
}

/** A part as it is written and read. */
export const pretty = (part: unknown): string => JSON.stringify(part, null, 2);

function valueIn(of: unknown, way: Way): unknown {
  return way.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    of,
  );
}
