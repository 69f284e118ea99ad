import { expect, it } from '@jest/globals';
import { dateTime, instantOf, wallClock } from './local-time.ts';

it('shows an instant as the clock of the city stands', () => {
  expect(dateTime('2026-01-05T16:30:00.000Z')).toBe('2026-01-06 00:30');
});

it('says a picked wall clock with the offset of the city, and back', () => {
  const picked = wallClock('2026-03-08T18:30:00.000Z');
  expect(instantOf(picked)).toBe('2026-03-09T02:30:00+08:00');
  expect(Date.parse(instantOf(picked))).toBe(Date.parse('2026-03-08T18:30:00.000Z'));
});

it('knows hours that another zone leaves out in spring', () => {
  const picked = wallClock('2026-03-08T00:00:00.000Z').hour(2).minute(30);
  expect(instantOf(picked)).toBe('2026-03-08T02:30:00+08:00');
});
