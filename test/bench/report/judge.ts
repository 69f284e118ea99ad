import type { Goal, Measure, PartResult } from '../part.ts';

/** How a goal stands. */
export type Verdict = 'met' | 'missed' | 'not measured';

/** A goal with what was measured. */
export interface Judged {
  readonly goal: Goal;
  readonly measure?: Measure;
  readonly verdict: Verdict;
}

/** Holds a part's result against its goals, in their order. */
export function judge(goals: readonly Goal[], result: PartResult): Judged[] {
  return goals.map((goal) => {
    const measure = result.measures[goal.measure];
    if (measure === undefined || Number.isNaN(measure.value)) return { goal, verdict: 'not measured' };
    return { goal, measure, verdict: meets(goal, measure.value) ? 'met' : 'missed' };
  });
}

function meets({ bound, value }: Goal, measured: number): boolean {
  if (bound === 'exactly') return measured === value;
  return bound === 'at most' ? measured <= value : measured >= value;
}
