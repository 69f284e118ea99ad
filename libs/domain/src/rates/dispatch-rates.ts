/** What became of the assignments that one dispatcher made in a period. */
export interface DispatchCounts {
  readonly assigned: number;
  /** Came back at least once, whatever the ruling. */
  readonly returned: number;
  /** Were not the unit's: an accepted return, or a dispute that went to another. */
  readonly misdirected: number;
}

export interface DispatchRates extends DispatchCounts {
  /** 退单率 = returned / assigned, 0 to 1; absent where nothing was assigned. */
  readonly returnRate?: number;
  /** 交办准确率 = assignments that stayed where they were sent / assigned, 0 to 1; absent where nothing was assigned. */
  readonly accuracy?: number;
}

/** The rates of a dispatcher, from his counts. A zero denominator is none, never 0 % (DESIGN, section 8). */
export function dispatchRates(counts: DispatchCounts): DispatchRates {
  const { assigned, returned, misdirected } = counts;
  if (assigned === 0) return counts;
  return { ...counts, returnRate: returned / assigned, accuracy: (assigned - misdirected) / assigned };
}
