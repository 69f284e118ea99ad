import { expect, it } from '@jest/globals';
import { periodOf, PERIODS } from './period.ts';

it.each([
  ['month', '2026-11-01T00:00:00+08:00', '2026-11-30T21:30:00+08:00'],
  ['last-month', '2026-10-01T00:00:00+08:00', '2026-11-01T00:00:00+08:00'],
  ['quarter', '2026-10-01T00:00:00+08:00', '2026-11-30T21:30:00+08:00'],
  ['last-quarter', '2026-07-01T00:00:00+08:00', '2026-10-01T00:00:00+08:00'],
  ['year', '2026-01-01T00:00:00+08:00', '2026-11-30T21:30:00+08:00'],
  ['last-year', '2025-01-01T00:00:00+08:00', '2026-01-01T00:00:00+08:00'],
] as const)('%s is a period of the city’s calendar', (name, from, to) => {
  expect(periodOf(name, '2026-11-30T13:30:00.000Z')).toEqual({ from, to });
});

it('is as the city’s clock has it, where the world is still in the month before', () => {
  const from = PERIODS.map((name) => periodOf(name, '2025-12-31T16:00:00.000Z').from.slice(0, 10));
  expect(from).toEqual(['2026-01-01', '2025-12-01', '2026-01-01', '2025-10-01', '2026-01-01', '2025-01-01']);
});
