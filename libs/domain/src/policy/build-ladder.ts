import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import { inOrderOfTime, type Ladder, type LadderWait, type Rung } from '../ledger/ladder.ts';
import type { Reached, WorkingTime } from '../working-time/working-time.ts';
import type { LadderName, Policy, RungRule } from './policy.ts';

/** The two ends of a wait. */
export interface Wait {
  readonly start: Instant;
  readonly due: Instant;
  /** An emergency wait runs day and night, so its shares are shares of the clock. */
  readonly aroundTheClock?: boolean;
  /** Its end was given by somebody: no change of the rules moves it. */
  readonly fixed?: boolean;
}

/** The waits whose end is always somebody's to give: a review, a meeting, an instruction, a last day. */
const ALWAYS_FIXED: ReadonlySet<LadderName> = new Set([
  'suspension',
  'books',
  'meeting',
  'meeting-poll',
  'resolution',
  'weekly-folder',
  'instruction-term',
  'instruction-part',
  'article-validity',
  'conference-preparation',
  'conference',
  'conference-resolution',
  'invitation-answer',
  'invitation-attendance',
  'leader-question',
]);

/**
 * The rungs of a wait with their instants, in order of time, as an event carries them. Rungs that would lie before `now`
 * are left out: a wait that begins late does not act for the time before it began. A repeating rung stands for as long as
 * the wait does, so it is then asked next when its repeat comes.
 */
export function buildLadder(
  name: LadderName,
  as: { readonly subject: string; readonly term: number; readonly now: Instant },
  wait: Wait,
  rules: { readonly policy: Policy; readonly time: WorkingTime },
): Ladder {
  const rungs = rungsOf(name, wait, rules).flatMap((rung) => notBefore(as.now, rung, rules.time));
  const { subject, term } = as;
  return {
    subject,
    term,
    rungs: inOrderOfTime(rungs),
    ...(wait.aroundTheClock ? { aroundTheClock: true as const } : {}),
    wait: ladderWait(name, wait, rules.time),
  };
}

/** Every rung that policy states for a wait, with its instant, in the order of the policy. */
export function rungsOf(
  name: LadderName,
  wait: Wait,
  rules: { readonly policy: Policy; readonly time: WorkingTime },
): Rung[] {
  return rules.policy.ladders[name].map((rule) => ({
    rung: rule.rung,
    at: instantOfRung(rule, wait, rules.time),
    effects: rule.effects,
    try: 1,
    ...(rule.repeat ? { repeat: rule.repeat } : {}),
    ...(rule.work ? { work: rule.work } : {}),
  }));
}

/** A rung of a time that is over is left out; one that repeats comes with its first repeat. */
export function notBefore(now: Instant, rung: Rung, time: WorkingTime): Rung[] {
  if (rung.at >= now) return [rung];
  return rung.repeat ? [{ ...rung, at: time.add(now, rung.repeat).at }] : [];
}

function ladderWait(name: LadderName, { start, due, aroundTheClock, fixed }: Wait, time: WorkingTime): LadderWait {
  const given = aroundTheClock === true || fixed === true || ALWAYS_FIXED.has(name);
  const length = given ? 0 : time.between(start, due);
  // An end outside of working time follows from no length: somebody gave it.
  const follows = !given && time.addWorking(start, length).at === due;
  return { ladder: name, start, ...(follows ? { length } : { due }) };
}

function instantOfRung(rule: RungRule, wait: Wait, time: WorkingTime): Instant {
  const anchor = rule.after === 'start' ? wait.start : wait.due;
  if ('share' in rule.offset && wait.aroundTheClock) {
    const [start, due] = [millisecondsOf(wait.start), millisecondsOf(wait.due)];
    return instantOf(start + Math.round((due - start) * rule.offset.share));
  }
  if ('share' in rule.offset)
    return time.addWorking(wait.start, time.between(wait.start, wait.due) * rule.offset.share).at;
  if ('workingDays' in rule.offset && rule.offset.workingDays === 0) return anchor;
  return time.add(anchor, rule.offset).at;
}

/** The time in which a wait stood still. */
export interface Standstill {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * An instant of a wait that was held, where it lies once the wait goes on: later by the working time it stood, or by the
 * time of the clock where the wait runs day and night. Never earlier.
 */
export function goOnFrom(at: Instant, stood: Standstill, aroundTheClock: boolean, time: WorkingTime): Reached {
  const byTheClock = Math.max(0, millisecondsOf(stood.to) - millisecondsOf(stood.from));
  if (aroundTheClock) return { at: instantOf(millisecondsOf(at) + byTheClock), provisional: false };
  const working = time.between(stood.from, stood.to);
  return working === 0 ? { at, provisional: false } : time.addWorking(at, working);
}

/** The same rungs, each later by the time its wait was held: it goes on where it stopped. */
export function shiftLadder(ladder: Ladder, stood: Standstill, time: WorkingTime): Ladder {
  const rungs = ladder.rungs.map((rung) => ({
    ...rung,
    at: goOnFrom(rung.at, stood, ladder.aroundTheClock === true, time).at,
  }));
  const { wait, aroundTheClock } = ladder;
  if (!wait) return { ...ladder, rungs };
  const later = (at: Instant): Instant => goOnFrom(at, stood, aroundTheClock === true, time).at;
  const given = wait.due === undefined ? {} : { due: later(wait.due) };
  return { ...ladder, rungs, wait: { ...wait, start: later(wait.start), ...given } };
}
