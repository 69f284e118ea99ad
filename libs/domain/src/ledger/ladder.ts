import type { Instant } from '../instant.ts';
import type { LadderName } from '../policy/policy.ts';
import type { Term } from '../working-time/working-time.ts';
import type { EffectCode } from './effect.ts';

/** One step of a ladder: at this instant, unless a person came first, these effects. */
export interface Rung {
  readonly rung: string;
  readonly at: Instant;
  readonly effects: readonly EffectCode[];
  /** Counts the repeats of a rung, from 1. */
  readonly try: number;
  /** Asked again this long after it acted, until somebody ends the wait. */
  readonly repeat?: Term;
  /** The rung gives out the work that is waited for (a call to make), so a higher one that overtakes it brings it along. */
  readonly work?: true;
}

/** What a ladder was built for, so that it can be built anew under other rules (ADR 0026). */
export interface LadderWait {
  /** Which of the policy's ladders it is. */
  readonly ladder: LadderName;
  readonly start: Instant;
  /** Its end, where somebody gave it or it runs day and night. */
  readonly due?: Instant;
  /** Else its working time in milliseconds, from which its end follows. */
  readonly length?: number;
}

/** A wait for somebody: `a1/due` in its second term, with the rungs not yet done in order of time. */
export interface Ladder {
  readonly subject: string;
  readonly term: number;
  readonly rungs: readonly Rung[];
  /** The wait runs day and night (emergency terms): held, it goes on later by the clock, not by working time. */
  readonly aroundTheClock?: true;
  readonly wait?: LadderWait;
}

/** What an event does to the ladders of its stream. Held ladders keep their rungs but do not run. */
export interface LadderChanges {
  readonly set?: readonly Ladder[];
  readonly hold?: readonly string[];
  readonly drop?: readonly string[];
  /** Ladders with other instants from now on; running or held as they were, with all that came of them. */
  readonly move?: readonly Ladder[];
}

export interface Ladders {
  readonly running: Readonly<Record<string, Ladder>>;
  readonly held: Readonly<Record<string, Ladder>>;
}

/** The machine acted. `overtaken` names lower rungs of the ladder that fell due meanwhile and were left out. */
export interface RungActed {
  readonly subject: string;
  readonly term: number;
  readonly rung: string;
  readonly try: number;
  readonly plannedAt: Instant;
  readonly overtaken: readonly string[];
  /** When a repeating rung is asked again. */
  readonly nextAt?: Instant;
}

export const NO_LADDERS: Ladders = { running: {}, held: {} };

/** The ladders after an event; the same for every stream and every event type. */
export function changeLadders(ladders: Ladders, changes: LadderChanges | undefined): Ladders {
  if (!changes) return ladders;
  const running = { ...ladders.running };
  const held = { ...ladders.held };
  for (const ladder of changes.move ?? []) {
    if (held[ladder.subject]) held[ladder.subject] = ladder;
    if (running[ladder.subject]) running[ladder.subject] = ladder;
  }
  for (const subject of changes.drop ?? []) {
    delete running[subject];
    delete held[subject];
  }
  for (const subject of changes.hold ?? []) {
    const ladder = running[subject];
    if (ladder) held[subject] = ladder;
    delete running[subject];
  }
  for (const ladder of changes.set ?? []) {
    delete held[ladder.subject];
    if (ladder.rungs.length > 0) running[ladder.subject] = ladder;
    else delete running[ladder.subject];
  }
  return { running, held };
}

/** The ladders after the machine acted: the rung and the lower ones are done, a repeating rung stands again. */
export function climb(ladders: Ladders, acted: RungActed): Ladders {
  const ladder = ladders.running[acted.subject];
  if (!ladder || ladder.term !== acted.term) return ladders;
  const done = new Set([acted.rung, ...acted.overtaken]);
  const rungs = ladder.rungs.flatMap((rung) => {
    if (!done.has(rung.rung)) return [rung];
    return rung.rung === acted.rung && acted.nextAt ? [{ ...rung, at: acted.nextAt, try: rung.try + 1 }] : [];
  });
  const running = { ...ladders.running };
  if (rungs.length > 0) running[acted.subject] = { ...ladder, rungs: inOrderOfTime(rungs) };
  else delete running[acted.subject];
  return { running, held: ladders.held };
}

/** Rungs in order of time; equal instants keep the order in which policy states them. */
export function inOrderOfTime(rungs: readonly Rung[]): Rung[] {
  return rungs.toSorted((left, right) => Number(left.at > right.at) - Number(left.at < right.at));
}

/** What must happen next, and when, if nobody acts before. */
export interface NextAction {
  readonly key: string;
  readonly at: Instant;
  readonly subject: string;
  readonly term: number;
  readonly rung: string;
  readonly try: number;
  readonly effects: readonly EffectCode[];
}

/** The key of an action within its stream: `subject:term:rung:try` (DESIGN, section 4). */
export function actionKey(of: { subject: string; term: number; rung: string; try: number }): string {
  return `${of.subject}:${of.term}:${of.rung}:${of.try}`;
}

/** The earliest rung of the running ladders; equal instants go by subject. Nothing when every wait is over. */
export function nextAction(state: { readonly ladders: Ladders }): NextAction | undefined {
  let next: NextAction | undefined;
  for (const subject of Object.keys(state.ladders.running).sort()) {
    const ladder = state.ladders.running[subject];
    const rung = ladder?.rungs[0];
    if (!ladder || !rung || (next && next.at <= rung.at)) continue;
    const of = { subject, term: ladder.term, rung: rung.rung, try: rung.try };
    next = { key: actionKey(of), at: rung.at, effects: rung.effects, ...of };
  }
  return next;
}
