/** One line of the closing table: what the rules promise, and what came. */
export interface Comparison {
  readonly chinese: string;
  readonly english: string;
  readonly expected: string;
  readonly came: string;
  readonly holds: boolean;
}

/** A code that must be exactly so. */
export function sameCode(chinese: string, english: string, expected: string, came: string | undefined): Comparison {
  return { chinese, english, expected, came: came ?? '—', holds: came === expected };
}

/** How many must have come; `atLeast` for what is repeated until somebody acts. */
export function sameCount(
  chinese: string,
  english: string,
  expected: number | { readonly atLeast: number },
  came: number,
): Comparison {
  const holds = typeof expected === 'number' ? came === expected : came >= expected.atLeast;
  const shown = typeof expected === 'number' ? String(expected) : `≥ ${expected.atLeast}`;
  return { chinese, english, expected: shown, came: String(came), holds };
}

/**
 * When something must have happened. Never too early; late by no more than the tolerance, which is what a machine under
 * load may need for the steps in between.
 *
 * @param expected milliseconds after the beginning
 * @param came milliseconds after the beginning; undefined when it never came
 */
export function sameTime(
  chinese: string,
  english: string,
  expected: number,
  came: number | undefined,
  tolerance: number,
): Comparison {
  const shown = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;
  const late = came === undefined ? Infinity : came - expected;
  return {
    chinese,
    english,
    expected: shown(expected),
    came: came === undefined ? '—' : shown(came),
    holds: late >= -1 && late <= tolerance,
  };
}

/** The table of all comparisons of a scene, aligned for a terminal where a Chinese character takes two columns. */
export function comparisonTable(title: string, comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ chinese, english, expected, came, holds }) => [
    holds ? '✓' : '✗',
    `${chinese} ${english}`,
    expected,
    came,
  ]);
  const table = [['', title, '应有 expected', '实有 came'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => widthOf(row[column] ?? ''))));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f“”…—]/g)?.length ?? 0);
}
