import type { Goal, Measure } from '../part.ts';

/** A number for people: three figures that say something. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return '–';
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** `0.91 × (0.85–0.97 in 5 rounds)`. */
export function measureInWords({ value, unit, spread }: Measure): string {
  const number = withUnit(value, unit);
  if (!spread || spread.rounds < 2) return number;
  return `${number} (${figure(spread.min)}–${figure(spread.max)} in ${spread.rounds} rounds)`;
}

/** `≤ 1.25 ×`. */
export function goalInWords({ bound, value }: Goal, unit?: string): string {
  const sign = { 'at most': '≤', 'at least': '≥', exactly: '=' }[bound];
  return `${sign} ${withUnit(value, unit)}`;
}

function withUnit(value: number, unit?: string): string {
  return unit === undefined ? figure(value) : `${figure(value)} ${unit}`;
}
