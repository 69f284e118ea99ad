import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import type { Ladder, Rung } from '../ledger/ladder.ts';
import type { WorkingTime } from '../working-time/working-time.ts';
import type { LadderName, Policy, RungRule } from './policy.ts';

/** The two ends of a wait. */
export interface Wait {
  readonly start: Instant;
  readonly due: Instant;
  /** An emergency wait runs day and night, so its shares are shares of the clock. */
  readonly aroundTheClock?: boolean;
}

/**
 * The rungs of a wait with their instants, in order of time, as an event carries them. Rungs that would lie before `now`
 * are left out: a wait that begins late does not act for the time before it began.
 */
export function buildLadder(
  name: LadderName,
  as: { readonly subject: string; readonly term: number; readonly now: Instant },
  wait: Wait,
  rules: { readonly policy: Policy; readonly time: WorkingTime },
): Ladder {
  const rungs = rules.policy.ladders[name]
    .map((rule): Rung => ({
      rung: rule.rung,
      at: instantOfRung(rule, wait, rules.time),
      effects: rule.effects,
      try: 1,
      ...(rule.repeat ? { repeat: rule.repeat } : {}),
    }))
    .filter((rung) => rung.at >= as.now)
    .map((rung, order) => ({ rung, order }))
    .sort((left, right) => left.rung.at.localeCompare(right.rung.at) || left.order - right.order)
    .map(({ rung }) => rung);
  return { subject: as.subject, term: as.term, rungs };
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

/** The same rungs, later by so many working milliseconds: a wait that was held goes on where it stopped. */
export function shiftLadder(ladder: Ladder, workingMilliseconds: number, time: WorkingTime): Ladder {
  return {
    ...ladder,
    rungs: ladder.rungs.map((rung) => ({ ...rung, at: time.addWorking(rung.at, workingMilliseconds).at })),
  };
}
