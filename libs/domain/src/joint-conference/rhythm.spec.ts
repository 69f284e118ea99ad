import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { workingTimeOf } from '../policy/policy.ts';
import { SPEC_CALENDAR } from '../testing/living-case.ts';
import { dayIndexOf, localDayOf, startOfDay, weekdayOf } from '../working-time/local-day.ts';
import { formatLocal } from '../working-time/local-time.ts';
import { firstDayOf, nextSession, sessionOf, type Rhythm, type WeekOfMonth } from './rhythm.ts';

const time = workingTimeOf(DEFAULT_POLICY, SPEC_CALENDAR);
const session = (rhythm: Rhythm, year: number, month: number) => sessionOf(rhythm, firstDayOf(year, month), time);
const rhythms: fc.Arbitrary<Rhythm> = fc.record({
  week: fc.constantFrom<WeekOfMonth>(1, 2, 3, 4, 5),
  weekday: fc.integer({ min: 1, max: 7 }),
  minute: fc.integer({ min: 0, max: 1439 }),
});
const months = fc.record({ year: fc.constant(2026), month: fc.integer({ min: 1, max: 12 }) });
const instants = fc
  .integer({ min: Date.parse('2026-01-05'), max: Date.parse('2026-11-20') })
  .map((milliseconds): Instant => instantOf(milliseconds));

const isWorkday = (day: number): boolean =>
  time.between(instantOf(startOfDay(day)), instantOf(startOfDay(day + 1))) > 0;

/** Said apart from the code that counts: the n-th, or the last, of the month's days that are that weekday. */
function agreedIn({ week, weekday }: Rhythm, year: number, month: number): number {
  const first = firstDayOf(year, month);
  const days = Array.from({ length: 31 }, (_, index) => first + index)
    .filter((day) => Number(localDayOf(day).slice(5, 7)) === month)
    .filter((day) => weekdayOf(day) === weekday % 7);
  return (week === 5 ? days.at(-1) : days[week - 1]) ?? -1;
}

describe('the day of the circle', () => {
  it.each([
    ['the second Wednesday', { week: 2, weekday: 3, minute: 540 }, 2026, 1, '2026年1月14日（周三）09:00'],
    ['the last Friday', { week: 5, weekday: 5, minute: 870 }, 2026, 1, '2026年1月30日（周五）14:30'],
    ['the first day itself', { week: 1, weekday: 4, minute: 540 }, 2026, 1, '2026年1月1日（周四）09:00'],
    [
      'a day of the Spring Festival, moved to the first working day',
      { week: 3, weekday: 3, minute: 540 },
      2026,
      2,
      '2026年2月24日（周二）09:00',
    ],
  ] as const)('is %s', (_, rhythm, year, month, wanted) => {
    expect(formatLocal(session(rhythm, year, month).startsAt)).toBe(wanted);
  });

  it('is a working day at the hour agreed on, and no working day between it and the day agreed on is passed over', () =>
    fc.assert(
      fc.property(rhythms, months, (rhythm, { year, month }) => {
        const { startsAt, month: named } = session(rhythm, year, month);
        const day = dayIndexOf(millisecondsOf(startsAt));
        expect(named).toBe(`${year}${String(month).padStart(2, '0')}`);
        expect(isWorkday(day)).toBe(true);
        expect(millisecondsOf(startsAt) - startOfDay(day)).toBe(rhythm.minute * 60_000);
        const agreed = agreedIn(rhythm, year, month);
        for (let passed = agreed; passed < day; passed++) expect(isWorkday(passed)).toBe(false);
        expect(agreed <= day).toBe(true);
      }),
    ));

  it('comes once a month, each later than the one before', () =>
    fc.assert(
      fc.property(rhythms, instants, (rhythm, after) => {
        const first = nextSession(rhythm, after, time);
        const second = nextSession(rhythm, first.startsAt, time);
        expect(first.startsAt > after).toBe(true);
        expect(second.startsAt > first.startsAt).toBe(true);
        const next = Number(first.month) % 100 === 12 ? Number(first.month) + 89 : Number(first.month) + 1;
        expect(Number(second.month)).toBe(next);
      }),
    ));
});
