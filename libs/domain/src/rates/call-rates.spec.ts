import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CALL_LINES } from '../call/call-policy.ts';
import { callReport, type CallFacts } from './call-rates.ts';

const PERIOD = { from: '2026-01-04T16:00:00.000Z', to: '2026-01-11T16:00:00.000Z' };
const BEGINS = Date.parse(PERIOD.from);

/** Calls of ten days, a few of them before or after the period. */
const calls: fc.Arbitrary<CallFacts[]> = fc.array(
  fc
    .record({
      line: fc.constantFrom(...CALL_LINES),
      minute: fc.integer({ min: -1_440, max: 9 * 1_440 }),
      waited: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    })
    .map(({ line, minute, waited }) => {
      const rang = BEGINS + minute * 60_000;
      const answered = waited === undefined ? {} : { answeredAt: new Date(rang + waited * 1_000).toISOString() };
      return { line, rangAt: new Date(rang).toISOString(), ...answered };
    }),
);

describe('the rates of the telephone', () => {
  it('count what was answered, and answered within fifteen seconds, by the line, the day and the hour of the city', () => {
    const report = callReport(
      [
        { line: '12345', rangAt: '2026-01-05T00:30:00.000Z', answeredAt: '2026-01-05T00:30:15.000Z' },
        { line: '12345', rangAt: '2026-01-05T00:40:00.000Z', answeredAt: '2026-01-05T00:40:16.000Z' },
        { line: '122', rangAt: '2026-01-05T17:00:00.000Z' },
      ],
      PERIOD,
      15,
    );
    expect(report).toMatchObject({ connected: { count: 2, of: 3 }, inTime: { count: 1, of: 3 }, secondsWaited: 15.5 });
    expect(report.byLine).toMatchObject([
      { line: '122', connected: { rate: 0 }, secondsWaited: null },
      { line: '12345', connected: { rate: 1 }, inTime: { rate: 0.5 } },
    ]);
    expect(report.byDay.map(({ day, connected }) => [day, connected.of])).toEqual([
      ['2026-01-05', 2],
      ['2026-01-06', 1],
    ]);
    expect(report.byHour.map(({ hour }) => hour)).toEqual([1, 8]);
  });

  it('are none, never 0 %, where nobody called', () => {
    expect(callReport([], PERIOD, 15)).toMatchObject({ connected: { of: 0, rate: null }, byDay: [], byHour: [] });
  });

  it('add up by line, by day and by hour, and never answer more in time than at all', () =>
    fc.assert(
      fc.property(calls, fc.integer({ min: 0, max: 60 }), (given, seconds) => {
        const report = callReport(given, PERIOD, seconds);
        const inPeriod = given.filter(({ rangAt }) => rangAt >= PERIOD.from && rangAt < PERIOD.to);
        expect(report.connected.of).toBe(inPeriod.length);
        for (const part of [report.byLine, report.byDay, report.byHour])
          for (const rate of ['connected', 'inTime'] as const) {
            expect(part.reduce((sum, figures) => sum + figures[rate].of, 0)).toBe(report[rate].of);
            expect(part.reduce((sum, figures) => sum + figures[rate].count, 0)).toBe(report[rate].count);
          }
        expect(report.inTime.count).toBeLessThanOrEqual(report.connected.count);
      }),
    ));

  it('grow with the patience: what is in time within fewer seconds is so within more', () =>
    fc.assert(
      fc.property(calls, fc.nat(30), fc.nat(30), (given, seconds, more) => {
        const [strict, mild] = [callReport(given, PERIOD, seconds), callReport(given, PERIOD, seconds + more)];
        expect(strict.inTime.count).toBeLessThanOrEqual(mild.inTime.count);
      }),
    ));
});
