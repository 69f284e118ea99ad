import { CITIZEN_NOTICES, NOTICE_KINDS, PROPOSAL_KINDS, QUEUES, TASK_KINDS, type Recipient } from '../ledger/effect.ts';
import { DEFAULT_POLICY } from './default-policy.ts';
import { LADDER_NAMES, REQUEST_KINDS, URGENCIES, type Policy } from './policy.ts';

/** What is wrong with one value of a written policy: its way, `ladders.due.2.offset`, and a code. */
export interface PolicyProblem {
  readonly path: string;
  readonly code:
    | 'policy.missing'
    | 'policy.unknown'
    | 'policy.wrong-type'
    | 'policy.not-a-term'
    | 'policy.out-of-range'
    | 'policy.unknown-effect'
    | 'policy.twice'
    | 'policy.empty';
}

const LONGEST_NAME = 200;
const LARGEST = 100_000;
const RECIPIENTS: Readonly<Record<Recipient, true>> = {
  handler: true,
  fax: true,
  head: true,
  units: true,
  circle: true,
  'shift-leader': true,
  supervisor: true,
  director: true,
  mayor: true,
  leader: true,
  'deputy-mayor': true,
  'deputy-office': true,
};
const NOTICES = new Set<string>(NOTICE_KINDS);
const TASKS = new Set<string>(TASK_KINDS);
const QUEUE_NAMES = new Set<string>(QUEUES);
const PROPOSALS = new Set<string>(PROPOSAL_KINDS);
const EFFECT_LISTS = new Set(['effects']);

type Check = (value: unknown, way: readonly string[]) => PolicyProblem[];

/**
 * What is wrong with a policy that somebody wrote; nothing when it can be put in force. The schema is the default
 * policy: the same members, each of the same sort. So a rule that joins the default is asked for from then on.
 */
export function policyProblems(written: unknown): PolicyProblem[] {
  const { version: _, ...schema } = DEFAULT_POLICY;
  const problems = like(schema)(written, []);
  return problems.length > 0 ? problems : folderProblems(written as Policy);
}

/** A weekly folder goes out in desk hours, or no day would do. */
function folderProblems({ pace, weeklyFolder: { minute } }: Policy): PolicyProblem[] {
  const closes = pace.kind === 'desk' ? (pace.hours.at(-1)?.to ?? 0) : Infinity;
  return minute < closes ? [] : problem('policy.out-of-range', ['weeklyFolder', 'minute']);
}

const problem = (code: PolicyProblem['code'], way: readonly string[]): PolicyProblem[] => [
  { path: way.join('.'), code },
];
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A check that wants what the example has. */
function like(example: unknown): Check {
  if (isTerm(example)) return (value, way) => termProblems(value, way);
  if (typeof example === 'number') return numberProblems;
  if (typeof example === 'string') return nameProblems;
  if (typeof example === 'boolean')
    return (value, way) => (typeof value === 'boolean' ? [] : problem('policy.wrong-type', way));
  if (isObject(example)) return (value, way) => memberProblems(example, value, way);
  return () => [];
}

function memberProblems(
  example: Readonly<Record<string, unknown>>,
  value: unknown,
  way: readonly string[],
): PolicyProblem[] {
  if (!isObject(value)) return problem(value === undefined ? 'policy.missing' : 'policy.wrong-type', way);
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(example, name));
  return [
    ...unknown.flatMap((name) => problem('policy.unknown', [...way, name])),
    ...Object.entries(example).flatMap(([name, wanted]) => checkOf(name, wanted, way)(value[name], [...way, name])),
  ];
}

/** What a member must be, by its name where the example does not say it. */
function checkOf(name: string, example: unknown, way: readonly string[]): Check {
  if (way[0] === 'ladders' && LADDER_NAMES.includes(name as never)) return rungsProblems;
  if (name === 'pace') return paceProblems;
  if (way[0] === 'weeklyFolder') return upTo(name === 'weekday' ? 6 : 24 * 60 - 1);
  if (name === 'statutoryTerms') return statutoryProblems;
  if (name === 'urgency')
    return (value, at) => (URGENCIES.includes(value as never) ? [] : problem('policy.wrong-type', at));
  if (way[0] === 'terms') return (value, at) => (value === null ? [] : termProblems(value, at));
  if (EFFECT_LISTS.has(name)) return effectsProblems;
  if (name === 'citizenNotices') return citizenNoticesProblems;
  if (Array.isArray(example)) return listOf(example);
  return like(example);
}

/** Of what citizens are told: any of the four, or nothing. */
function citizenNoticesProblems(value: unknown, way: readonly string[]): PolicyProblem[] {
  if (!Array.isArray(value)) return problem(value === undefined ? 'policy.missing' : 'policy.wrong-type', way);
  const twice = new Set(value).size < value.length ? problem('policy.twice', way) : [];
  const unknown = value.flatMap((notice: unknown, index) =>
    CITIZEN_NOTICES.includes(notice as never) ? [] : problem('policy.unknown-effect', [...way, String(index)]),
  );
  return [...unknown, ...twice];
}

const LAW = { id: '', law: '', article: '' };
const NAMED = { kinds: [''], categoryIds: [''] };
const KINDS = new Set<unknown>(REQUEST_KINDS);

/** The laws' terms: there may be none; each in working days, or in days of the calendar. */
function statutoryProblems(value: unknown, way: readonly string[]): PolicyProblem[] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  if (!Array.isArray(value)) return problem('policy.wrong-type', way);
  return value.flatMap((item: unknown, index) => {
    const at = [...way, String(index)];
    if (!isObject(item)) return problem('policy.wrong-type', at);
    const named = Object.fromEntries(Object.entries(NAMED).filter(([name]) => item[name] !== undefined));
    const { term, ...rest } = item;
    const calendar = isObject(term) && Object.keys(term).join() === 'calendarDays';
    const days = calendar ? { workingDays: (term as { calendarDays: unknown }).calendarDays } : term;
    const inDays = !isObject(days) || Object.keys(days).join() === 'workingDays';
    const unknownKinds = Array.isArray(item['kinds']) && item['kinds'].some((kind) => !KINDS.has(kind));
    return [
      ...memberProblems({ ...LAW, ...named }, rest, at),
      ...(inDays ? termProblems(days, [...at, 'term']) : problem('policy.not-a-term', [...at, 'term'])),
      ...(unknownKinds ? problem('policy.unknown', [...at, 'kinds']) : []),
    ];
  });
}

/** A list of the sort that the example's items are; not empty where the example is not. */
function listOf(example: readonly unknown[]): Check {
  return (value, way) => {
    if (!Array.isArray(value)) return problem(value === undefined ? 'policy.missing' : 'policy.wrong-type', way);
    if (value.length === 0) return example.length > 0 ? problem('policy.empty', way) : [];
    if (value.length > 1_000) return problem('policy.out-of-range', way);
    return value.flatMap((item, index) => itemProblems(example, item, [...way, String(index)]));
  };
}

/** Of an item, what every item of the example has must be there, and what some of them have may be. */
function itemProblems(example: readonly unknown[], item: unknown, way: readonly string[]): PolicyProblem[] {
  const objects = example.filter(isObject);
  if (objects.length === 0 || objects.some(isTerm)) return like(example[0])(item, way);
  const all: Readonly<Record<string, unknown>> = Object.assign({}, ...objects) as Record<string, unknown>;
  const asked = Object.entries(all).filter(
    ([name]) => objects.every((one) => Object.hasOwn(one, name)) || (isObject(item) && item[name] !== undefined),
  );
  return memberProblems(Object.fromEntries(asked), item, way);
}

/** Whether something is written as a term is. */
export function isTerm(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  return names.length === 1 && ['workingDays', 'workingHours', 'minutes'].includes(names[0] ?? '');
}

function termProblems(value: unknown, way: readonly string[]): PolicyProblem[] {
  if (value === undefined) return problem('policy.missing', way);
  if (!isTerm(value)) return problem('policy.not-a-term', way);
  return Object.entries(value as object).flatMap(([name, length]) => numberProblems(length, [...way, name]));
}

function numberProblems(value: unknown, way: readonly string[]): PolicyProblem[] {
  if (value === undefined) return problem('policy.missing', way);
  if (typeof value !== 'number') return problem('policy.wrong-type', way);
  return Number.isFinite(value) && value >= 0 && value <= LARGEST ? [] : problem('policy.out-of-range', way);
}

/** A whole number, no larger than this. */
function upTo(largest: number): Check {
  return (value, way) => {
    const wrong = numberProblems(value, way);
    if (wrong.length > 0) return wrong;
    return Number.isInteger(value) && Number(value) <= largest ? [] : problem('policy.out-of-range', way);
  };
}

function nameProblems(value: unknown, way: readonly string[]): PolicyProblem[] {
  if (value === undefined) return problem('policy.missing', way);
  if (typeof value !== 'string') return problem('policy.wrong-type', way);
  if (value.trim() === '' || !value.isWellFormed() || value.includes('\0')) return problem('policy.empty', way);
  return value.length <= LONGEST_NAME ? [] : problem('policy.out-of-range', way);
}

/** Desk hours in order, within a day; a draft for people has no compressed time. */
function paceProblems(value: unknown, way: readonly string[]): PolicyProblem[] {
  if (!isObject(value)) return problem(value === undefined ? 'policy.missing' : 'policy.wrong-type', way);
  if (value['kind'] !== 'desk') return problem('policy.out-of-range', [...way, 'kind']);
  const hours = value['hours'];
  if (!Array.isArray(hours) || hours.length === 0) return problem('policy.empty', [...way, 'hours']);
  const extra = Object.keys(value).filter((name) => name !== 'kind' && name !== 'hours');
  let last = 0;
  return [
    ...extra.flatMap((name) => problem('policy.unknown', [...way, name])),
    ...hours.flatMap((slot: unknown, index) => {
      const at = [...way, 'hours', String(index)];
      if (!isObject(slot) || Object.keys(slot).some((name) => name !== 'from' && name !== 'to'))
        return problem('policy.wrong-type', at);
      const { from, to } = slot;
      const isWhole = Number.isInteger(from) && Number.isInteger(to);
      const isInOrder = isWhole && Number(from) >= last && Number(to) > Number(from) && Number(to) <= 24 * 60;
      last = Number(to);
      return isInOrder ? [] : problem('policy.out-of-range', at);
    }),
  ];
}

const RUNG_MEMBERS = ['rung', 'after', 'offset', 'effects', 'repeat', 'work'];

function rungsProblems(value: unknown, way: readonly string[]): PolicyProblem[] {
  if (!Array.isArray(value)) return problem(value === undefined ? 'policy.missing' : 'policy.wrong-type', way);
  if (value.length === 0) return problem('policy.empty', way);
  if (value.length > 50) return problem('policy.out-of-range', way);
  const names = value.map((rung: unknown) => (isObject(rung) ? rung['rung'] : undefined));
  return value.flatMap((rung: unknown, index) => {
    const at = [...way, String(index)];
    if (!isObject(rung)) return problem('policy.wrong-type', at);
    const twice = names.indexOf(rung['rung']) !== index ? problem('policy.twice', [...at, 'rung']) : [];
    const unknown = Object.keys(rung).filter((name) => !RUNG_MEMBERS.includes(name));
    return [
      ...twice,
      ...unknown.flatMap((name) => problem('policy.unknown', [...at, name])),
      ...rungProblems(rung, at),
    ];
  });
}

function rungProblems(rung: Readonly<Record<string, unknown>>, way: readonly string[]): PolicyProblem[] {
  const { rung: name, after, offset, effects, repeat, work } = rung;
  const isShare = isObject(offset) && Object.keys(offset).length === 1 && 'share' in offset;
  const share = isShare ? Number(offset['share']) : 0;
  return [
    ...(typeof name === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(name)
      ? []
      : problem('policy.wrong-type', [...way, 'rung'])),
    ...(after === 'start' || after === 'due' ? [] : problem('policy.wrong-type', [...way, 'after'])),
    ...(isShare
      ? share >= 0 && share <= 1
        ? []
        : problem('policy.out-of-range', [...way, 'offset', 'share'])
      : termProblems(offset, [...way, 'offset'])),
    ...effectsProblems(effects, [...way, 'effects']),
    ...(repeat === undefined ? [] : repeatProblems(repeat, [...way, 'repeat'])),
    ...(work === undefined || work === true ? [] : problem('policy.wrong-type', [...way, 'work'])),
  ];
}

/** A repeat without a pause would act for ever. */
function repeatProblems(value: unknown, way: readonly string[]): PolicyProblem[] {
  const wrong = termProblems(value, way);
  if (wrong.length > 0) return wrong;
  return Object.values(value as object).every((length) => Number(length) > 0)
    ? []
    : problem('policy.out-of-range', way);
}

function effectsProblems(value: unknown, way: readonly string[]): PolicyProblem[] {
  if (!Array.isArray(value)) return problem(value === undefined ? 'policy.missing' : 'policy.wrong-type', way);
  if (value.length > 20) return problem('policy.out-of-range', way);
  return value.flatMap((code: unknown, index) =>
    typeof code === 'string' && isEffect(code) ? [] : problem('policy.unknown-effect', [...way, String(index)]),
  );
}

function isEffect(code: string): boolean {
  const [sort, what = '', whom = '', ...more] = code.split(':');
  if (more.length > 0) return false;
  if (sort === 'notice') return NOTICES.has(what) && Object.hasOwn(RECIPIENTS, whom);
  if (sort === 'task') return TASKS.has(what) && QUEUE_NAMES.has(whom);
  return sort === 'propose' && PROPOSALS.has(what) && whom === '';
}
