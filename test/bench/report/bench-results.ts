import type { MachineFacts } from '../measuring/machine-facts.ts';
import type { Goal, PartResult, Profile } from '../part.ts';
import type { Verdict } from './judge.ts';

/** A part's result as it is kept: with the goals as they were then, and on what it was measured. */
export interface KeptPart {
  readonly name: string;
  readonly title: string;
  readonly against: string;
  readonly knowsNoTemporal?: true;
  readonly scale: number;
  readonly rounds: number;
  /** Seconds that the part took. */
  readonly seconds: number;
  readonly machine: MachineFacts;
  readonly goals: readonly (Goal & { readonly verdict: Verdict })[];
  readonly result: PartResult;
  /** What stopped it, when it did not come to an end. */
  readonly failure?: string;
}

/** All results of a profile, as `--json` prints them and `docs/bench/PROFILE.json` keeps them. */
export interface BenchResults {
  readonly profile: Profile;
  readonly parts: readonly KeptPart[];
}
