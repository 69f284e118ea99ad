import { instantOf, laterOf, millisecondsOf, type Instant } from '../instant.ts';
import { inOrderOfTime, type Ladder, type LadderWait, type Rung } from '../ledger/ladder.ts';
import type { Term, WorkingTime } from '../working-time/working-time.ts';
import { notBefore, rungsOf, type Wait } from './build-ladder.ts';
import type { LadderName, Policy } from './policy.ts';

/** The rules that a stream went by, and those that it is to go by from now on. */
export interface RulesTurn {
  readonly before: { readonly policy: Policy; readonly time: WorkingTime };
  readonly after: { readonly policy: Policy; readonly time: WorkingTime };
  readonly now: Instant;
}

/** The term of the policy that a wait was given, under the old rules and under the new. */
export interface TurnedTerm {
  readonly before: Term;
  readonly after: Term;
}

/** A ladder under the new rules, with the end of its wait before and after. */
export interface Rebuilt {
  readonly ladder: Ladder;
  readonly from: Instant;
  readonly to: Instant;
  /** The new end crosses a year without holiday data. */
  readonly provisional: boolean;
  /** By how many milliseconds of its own time the wait has become longer. */
  readonly longer: number;
}

/** Which of the policy's waits gives a ladder its length. */
const WAITS: Partial<Record<LadderName, keyof Policy['waits']>> = {
  intake: 'assignOrAnswer',
  'intake-backlog': 'assignOrAnswerBacklog',
  acknowledge: 'acknowledge',
  'acknowledge-emergency': 'acknowledgeEmergency',
  'first-report': 'firstReport',
  fax: 'faxReport',
  ruling: 'ruling',
  extension: 'extensionDecision',
  review: 'review',
  callback: 'callback',
  'second-look': 'secondLook',
  sample: 'sampleLook',
  contact: 'contact',
  'head-approval': 'headApproval',
  proposal: 'proposal',
  'on-site': 'onSiteRecord',
  'to-meet': 'toMeet',
  'leader-question': 'leaderQuestion',
  minutes: 'minutes',
  'instruction-awaited': 'instruction',
  'open-instruction': 'openInstruction',
  'part-review': 'partReview',
  'article-review': 'articleReview',
  'article-check': 'articleCheck',
  'conference-minutes': 'minutes',
  'invitation-outcome': 'minutes',
};

/**
 * The ladder as the new rules would have built it: from the same start, as long in working time, or in the new policy's
 * term where the old one gave the policy's; an end that somebody gave stays. Only rungs not yet done move (DESIGN,
 * section 4): what was done stays done, what the new policy adds joins, what it no longer has goes. A rung that would now lie in
 * the past is due now. Done twice it gives the same. Nothing where it is unknown what the ladder was built for.
 *
 * @param term of an assignment: the policy's term, where that is what it was given
 */
export function rebuildLadder(ladder: Ladder, turn: RulesTurn, term?: TurnedTerm): Rebuilt | undefined {
  const { wait } = ladder;
  if (!wait) return undefined;
  const longer = lengthening(ladder, wait, turn, term ?? termOfWait(wait.ladder, turn));
  const start = startUnder(ladder, wait, turn);
  const end = endUnder(wait, start, longer, turn);
  const from = wait.due ?? turn.before.time.addWorking(wait.start, wait.length ?? 0).at;
  const aroundTheClock = ladder.aroundTheClock === true;
  const [was, is] = [
    { start: wait.start, due: from, aroundTheClock },
    { start, due: end.at, aroundTheClock },
  ];
  const rungs = rungsUnder(ladder, was, is, wait.ladder, turn);
  const moved = wait.due === undefined ? { length: (wait.length ?? 0) + longer } : { due: end.at };
  return {
    ladder: { ...ladder, rungs, wait: { ladder: wait.ladder, start, ...moved } },
    from,
    to: end.at,
    provisional: end.provisional,
    longer,
  };
}

/** A wait that is still to begin, in working time, begins in working time; one that somebody set elsewhere stays there. */
function startUnder(ladder: Ladder, { start, due }: LadderWait, { before, after, now }: RulesTurn): Instant {
  const follows = start > now && due === undefined && !ladder.aroundTheClock;
  return follows && before.time.addWorking(start, 0).at === start ? after.time.addWorking(start, 0).at : start;
}

function endUnder(wait: LadderWait, start: Instant, longer: number, { after, now }: RulesTurn) {
  if (wait.due === undefined) {
    const reached = after.time.addWorking(start, Math.max(0, (wait.length ?? 0) + longer));
    // What the new policy shortens is not due before anybody could know of it.
    return longer < 0 ? { ...reached, at: laterOf(reached.at, now) } : reached;
  }
  const at = longer === 0 ? wait.due : instantOf(millisecondsOf(wait.due) + longer);
  return { at: longer < 0 ? laterOf(at, now) : at, provisional: false };
}

function termOfWait(name: LadderName, { before, after }: RulesTurn): TurnedTerm | undefined {
  const wait = WAITS[name];
  return wait && { before: before.policy.waits[wait], after: after.policy.waits[wait] };
}

/** By how much the wait is longer, where it was given the policy's term; 0 where the policy says the same. */
function lengthening(ladder: Ladder, wait: LadderWait, { before, after }: RulesTurn, term?: TurnedTerm): number {
  if (!term || before.policy === after.policy) return 0;
  if (ladder.aroundTheClock)
    return 'minutes' in term.before && 'minutes' in term.after && wait.due !== undefined
      ? (term.after.minutes - term.before.minutes) * 60_000
      : 0;
  if (wait.length === undefined || 'minutes' in term.before || 'minutes' in term.after) return 0;
  const old = workingLengthOf(term.before, before.time);
  // Shorter than the policy's term: it was cut off by another end, or given by somebody.
  if (wait.length < old) return 0;
  return workingLengthOf(term.after, after.time) - old;
}

const ANY_DAY: Instant = '2026-01-05T00:00:00.000Z';

/** Working milliseconds of a term. */
export function workingLengthOf(term: Term, time: WorkingTime): number {
  if ('workingDays' in term) return term.workingDays * time.workingDay;
  return time.between(ANY_DAY, time.add(ANY_DAY, term).at);
}

function rungsUnder(ladder: Ladder, was: Wait, is: Wait, name: LadderName, { before, after, now }: RulesTurn): Rung[] {
  const known = new Set((before.policy.ladders[name] ?? []).map(({ rung }) => rung));
  let stated: Rung[] | undefined;
  // A wait that was held by the clock keeps rungs that no policy would state: they stand where the rules say the same.
  const isStated = (rung: Rung): boolean =>
    is.aroundTheClock === true &&
    (stated ??= rungsOf(name, was, before)).some((old) => old.rung === rung.rung && old.at === rung.at);
  const rungs = rungsOf(name, is, after).flatMap((rung): Rung[] => {
    const standing = ladder.rungs.find((other) => other.rung === rung.rung);
    if (!standing) return known.has(rung.rung) ? [] : notBefore(now, rung, after.time);
    if (standing.try > 1) return [{ ...rung, try: standing.try, at: repeatUnder(standing.at, is, after.time, now) }];
    if (rung.at === standing.at || isStated(rung)) return [{ ...rung, at: standing.at }];
    return [{ ...rung, at: laterOf(rung.at, now) }];
  });
  return inOrderOfTime(rungs);
}

/** A repeat comes when it was to come, or in the next working time. */
function repeatUnder(at: Instant, { aroundTheClock }: Wait, time: WorkingTime, now: Instant): Instant {
  return aroundTheClock || at <= now ? at : time.addWorking(at, 0).at;
}
