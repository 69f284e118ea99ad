import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAbsent, standInOf, type Absence } from './absence.ts';

const [from, until] = ['2026-01-05T00:00:00.000Z', '2026-01-10T00:00:00.000Z'];
const at = '2026-01-07T00:00:00.000Z';
const away = (userId: string, substituteId?: string): Absence => ({
  userId,
  ...(substituteId ? { substituteId } : {}),
  from,
  until,
});

describe('an absence', () => {
  it('lasts from its first instant until the one at which he is there again', () => {
    const absences = [away('a', 'b')];
    for (const [instant, absent] of [
      ['2026-01-04T23:59:59.999Z', false],
      [from, true],
      [at, true],
      [until, false],
    ] as const) {
      expect(isAbsent(absences, 'a', instant)).toBe(absent);
      expect(standInOf(absences, 'a', instant)).toBe(absent ? 'b' : undefined);
    }
  });

  it('is stood in for along the substitutes, to one who is there', () => {
    expect(standInOf([away('a', 'b'), away('b', 'c')], 'a', at)).toBe('c');
    expect(standInOf([away('a', 'b'), away('b')], 'a', at)).toBeUndefined();
    expect(standInOf([away('a', 'b'), away('b', 'a')], 'a', at)).toBeUndefined();
    expect(standInOf([away('b', 'c')], 'a', at)).toBeUndefined();
  });

  it('never sends anything to somebody who is away', () => {
    const names = ['a', 'b', 'c', 'd'] as const;
    const absence = fc
      .record({ userId: fc.constantFrom(...names), substituteId: fc.constantFrom(...names, undefined) })
      .map(({ userId, substituteId }) => away(userId, substituteId));
    fc.assert(
      fc.property(fc.array(absence), fc.constantFrom(...names), (absences, userId) => {
        const standIn = standInOf(absences, userId, at);
        if (standIn !== undefined) expect(isAbsent(absences, standIn, at)).toBe(false);
      }),
    );
  });
});
