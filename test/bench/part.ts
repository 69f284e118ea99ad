import type { Calibrator } from './measuring/calibration.ts';
import type { BenchHouse } from './house/bench-house.ts';
import type { Spread } from './measuring/spread.ts';

/** Which Temporal the system runs on: the development server, or the production server on PostgreSQL. */
export type Profile = 'local' | 'cluster';

/** One number that a part found. */
export interface Measure {
  readonly value: number;
  /** `×` for ratios, `/s`, `s`, `ms`, `MB`, `KB`, or nothing for a count. */
  readonly unit?: string;
  /** Over the rounds; the value is then their median. */
  readonly spread?: Spread;
}

/** What is aimed at: a measure of the part's result, by name, within a bound. */
export interface Goal {
  readonly measure: string;
  /** What it is, in words. */
  readonly says: string;
  readonly bound: 'at most' | 'at least' | 'exactly';
  readonly value: number;
}

/** What a part found. */
export interface PartResult {
  /** Every number by name: those that the goals name, and those that explain them. */
  readonly measures: Readonly<Record<string, Measure>>;
  /** Counters that do not depend on the machine, by name; what CI can watch. */
  readonly counters?: Readonly<Record<string, number>>;
  /** Sentences for a reader of the results. */
  readonly notes?: readonly string[];
}

/** What a part is given. */
export interface BenchContext {
  readonly profile: Profile;
  /** 1 is the size that the goals speak of. */
  readonly scale: number;
  /** Rounds for what is compared. */
  readonly rounds: number;
  readonly house: BenchHouse;
  readonly calibrator: Calibrator;
  /** Tells the person before the screen how far it is. */
  readonly say: (line: string) => void;
  /** So many at scale 1, at least one. */
  readonly scaled: (count: number) => number;
}

/** A part of the bench: `npm run bench -- --only NAME`. */
export interface Part {
  readonly name: string;
  readonly title: string;
  /** What it is held against; empty when against nothing. */
  readonly against: string;
  /** What its goals speak of knows no Temporal: one measurement holds for every profile. */
  readonly knowsNoTemporal?: true;
  readonly goals: readonly Goal[];
  run(context: BenchContext): Promise<PartResult>;
}
