import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { workingTimeOf } from '../policy/policy.ts';
import { SPEC_CALENDAR } from '../testing/living-case.ts';
import { compressedTime } from './compressed-time.ts';
import { dayIndexOf, localDayOf, startOfDay, weekdayOf } from './local-day.ts';
import { formatLocal, formatLocalInEnglish } from './local-time.ts';
import type { Term, WorkingTime } from './working-time.ts';

const desk = workingTimeOf(DEFAULT_POLICY, SPEC_CALENDAR);
const fast = compressedTime(3, 0.15);

/** A local time in Shanghai, `2026-01-05 10:00`. */
const at = (local: string): Instant => instantOf(Date.parse(`${local.replace(' ', 'T')}:00.000+08:00`));

const instants = fc.integer({ min: Date.parse('2025-11-01'), max: Date.parse('2028-03-01') }).map(instantOf);
const ordinary: fc.Arbitrary<Term> = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((workingDays) => ({ workingDays })),
  fc.integer({ min: 0, max: 200 }).map((workingHours) => ({ workingHours })),
);
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  ordinary,
  fc.integer({ min: 0, max: 10_000 }).map((minutes) => ({ minutes })),
);
const anyTime: fc.Arbitrary<WorkingTime> = fc.constantFrom(desk, fast);

/** Said apart from the code that counts: between half past eight and twelve, or two and half past five, on a workday. */
function isDeskTime(instant: Instant): boolean {
  const index = dayIndexOf(millisecondsOf(instant));
  const exception = SPEC_CALENDAR.days[localDayOf(index)];
  const weekend = weekdayOf(index) === 0 || weekdayOf(index) === 6;
  if (exception ? exception === 'holiday' : weekend) return false;
  const hour = (millisecondsOf(instant) - startOfDay(index)) / 3_600_000;
  return (hour >= 8.5 && hour <= 12) || (hour >= 14 && hour <= 17.5);
}

describe('desk time', () => {
  it.each([
    ['10:00, one day', '2026-01-05 10:00', { workingDays: 1 }, '2026-01-06 10:00'],
    ['over the noon break', '2026-01-05 11:30', { workingHours: 1 }, '2026-01-05 14:30'],
    ['over a weekend', '2026-01-09 16:30', { workingHours: 2 }, '2026-01-12 09:30'],
    ['from before the desk opens', '2026-01-05 06:00', { workingDays: 1 }, '2026-01-05 17:30'],
    ['from a Saturday', '2026-01-10 12:00', { workingHours: 1 }, '2026-01-12 09:30'],
    [
      'over the Spring Festival, whose Saturday before is worked',
      '2026-02-13 10:00',
      { workingDays: 2 },
      '2026-02-24 10:00',
    ],
    ['in minutes, day and night', '2026-01-09 23:55', { minutes: 10 }, '2026-01-10 00:05'],
  ] as const)('%s', (_, from, term, to) => {
    expect(desk.add(at(from), term)).toEqual({ at: at(to), provisional: false });
  });

  it('counts weekends alone in a year without a notice, and says so', () => {
    expect(desk.add(at('2027-12-31 10:00'), { workingDays: 1 })).toEqual({
      at: at('2028-01-03 10:00'),
      provisional: true,
    });
  });

  it('finds the last desk moment before a due that lies outside', () => {
    expect(desk.lastAtOrBefore(at('2026-01-11 10:00'))).toBe(at('2026-01-09 17:30'));
    expect(desk.lastAtOrBefore(at('2026-01-12 13:00'))).toBe(at('2026-01-12 12:00'));
    expect(desk.lastAtOrBefore(at('2026-01-12 08:29'))).toBe(at('2026-01-09 17:30'));
  });

  it('never ends an ordinary term outside working time', () =>
    fc.assert(
      fc.property(instants, ordinary, (from, term) => {
        expect(isDeskTime(desk.add(from, term).at)).toBe(true);
        expect(isDeskTime(desk.lastAtOrBefore(from))).toBe(true);
      }),
    ));
});

describe('any working time', () => {
  it('is monotone: later or longer never ends earlier, and nothing ends before it began', () =>
    fc.assert(
      fc.property(anyTime, instants, instants, anyTerm, fc.nat(50), (time, one, other, term, more) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        expect(time.add(first, term).at <= time.add(second, term).at).toBe(true);
        expect(time.add(first, term).at >= first).toBe(true);
        const longer = Object.fromEntries(
          Object.entries(term).map(([unit, length]) => [unit, length + more]),
        ) as unknown as Term;
        expect(time.add(first, longer).at >= time.add(first, term).at).toBe(true);
      }),
    ));

  it('agrees with itself: what was added lies between', () =>
    fc.assert(
      fc.property(anyTime, instants, fc.nat(300_000_000), (time, from, length) => {
        const { at: to } = time.addWorking(from, length);
        expect(time.between(from, to)).toBe(length);
        expect(time.addWorking(from, time.between(from, to)).at <= to).toBe(true);
      }),
    ));

  it('adds up: two parts are as long as the whole', () =>
    fc.assert(
      fc.property(anyTime, instants, instants, instants, (time, ...three) => {
        const [first, second, third] = three.sort();
        expect(time.between(first, second) + time.between(second, third)).toBe(time.between(first, third));
        expect(time.between(third, first)).toBe(0);
      }),
    ));
});

describe('local time', () => {
  it('is Shanghai’s, in Chinese and in English, whatever the machine’s is', () => {
    expect(formatLocal('2026-01-05T02:00:00.000Z')).toBe('2026年1月5日（周一）10:00');
    expect(formatLocal('2025-12-31T16:05:09.999Z', { seconds: true })).toBe('2026年1月1日（周四）00:05:09');
    expect(formatLocalInEnglish('2026-02-15T04:30:00.000Z')).toBe('Sun 15 Feb 2026, 12:30');
  });

  it('names the weekday that the calendar has', () =>
    fc.assert(
      fc.property(instants, (instant) => {
        const shanghai = new Date(millisecondsOf(instant) + 8 * 3_600_000);
        expect(formatLocal(instant)).toContain('日一二三四五六'[shanghai.getUTCDay()]);
        expect(
          formatLocal(instant).startsWith(
            `${shanghai.getUTCFullYear()}年${shanghai.getUTCMonth() + 1}月${shanghai.getUTCDate()}日`,
          ),
        ).toBe(true);
      }),
    ));
});
