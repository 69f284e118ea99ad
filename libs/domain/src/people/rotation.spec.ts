import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '../instant.ts';
import { compressedTime } from '../working-time/compressed-time.ts';
import { DEFAULT_ROTATION, endsTooSoon, isEnding, nextLookAtStays, takenOver, type OpenMatter } from './rotation.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5);
const day = (number: number): string => instantOf(START + number * DAY);
/** Each day is a working day, around the clock. */
const time = compressedTime(86_400, 60);

describe('a stay', () => {
  const stay = { from: day(0), until: day(365) };

  it('is seen to twenty working days before its end, and not before it has begun', () => {
    expect(isEnding(stay, DEFAULT_ROTATION, time, day(344))).toBe(false);
    expect(isEnding(stay, DEFAULT_ROTATION, time, day(345))).toBe(true);
    const short = { from: day(10), until: day(15) };
    expect(isEnding(short, DEFAULT_ROTATION, time, day(9))).toBe(false);
    expect(isEnding(short, DEFAULT_ROTATION, time, day(10))).toBe(true);
  });

  it('is looked at each day, at its end at the very instant, and never stands still', () => {
    expect(nextLookAtStays([], day(1))).toBe(day(2));
    expect(nextLookAtStays([{ from: day(0), until: day(1.25) }, stay], day(1))).toBe(day(1.25));
    const stays = fc.array(fc.integer({ min: 1, max: 40 }).map((end) => ({ from: day(0), until: day(end / 3) })));
    fc.assert(
      fc.property(stays, fc.integer({ min: 0, max: 15 }).map(day), (all, at) => {
        const next = nextLookAtStays(all, at);
        expect(next > at).toBe(true);
        expect(all.some(({ until }) => at < until && until < next)).toBe(false);
      }),
    );
  });

  it('is planned while there is a day left to look at it', () => {
    expect(endsTooSoon(stay, day(364))).toBe(true);
    expect(endsTooSoon(stay, day(363.9))).toBe(false);
  });
});

it('takes matters over one by one or all at once; what was taken over keeps its time', () => {
  const matters: OpenMatter[] = [
    { kind: 'task', id: 't1' },
    { kind: 'case', id: '202601050042' },
  ];
  const one = takenOver(matters, ['t1'], day(1));
  expect(one).toEqual([{ kind: 'task', id: 't1', confirmedAt: day(1) }, matters[1]]);
  expect(takenOver(one, undefined, day(2)).map(({ confirmedAt }) => confirmedAt)).toEqual([day(1), day(2)]);
});
