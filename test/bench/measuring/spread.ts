/** How far the values of the rounds lie apart. */
export interface Spread {
  readonly min: number;
  readonly max: number;
  readonly rounds: number;
}

/**
 * The middle of the values; of an even number of them the mean of the two in the middle.
 *
 * @throws Error when there are none
 */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * The value below which a share of the values lies, linearly between neighbours.
 *
 * @throws Error when there are none
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) throw new Error('there is no middle of nothing');
  return low + (high - low) * (place - Math.floor(place));
}

export function spreadOf(values: readonly number[]): Spread {
  return { min: Math.min(...values), max: Math.max(...values), rounds: values.length };
}

/** The median of a number over the rounds, with its spread. */
export function overRounds(values: readonly number[], unit?: string): { value: number; unit?: string; spread: Spread } {
  return { value: median(values), ...(unit === undefined ? {} : { unit }), spread: spreadOf(values) };
}

/** The median of the ratios of what stood side by side in each round, with their spread. */
export function pairedRatio(
  ours: readonly number[],
  theirs: readonly number[],
): { value: number; unit: string; spread: Spread } {
  return { ...overRounds(ours.map((value, round) => value / (theirs[round] ?? Number.NaN))), unit: '×' };
}
