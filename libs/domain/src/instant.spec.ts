import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, millisecondsOf } from './instant.ts';

describe('an instant', () => {
  it('is written as the language writes it, at any time there is, and read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }), (milliseconds) => {
        expect(instantOf(milliseconds)).toBe(new Date(milliseconds).toISOString());
        expect(millisecondsOf(instantOf(milliseconds))).toBe(milliseconds);
      }),
    );
    expect(instantOf(1_767_574_800_000.9)).toBe('2026-01-05T01:00:00.000Z');
    expect(instantOf(-1)).toBe('1969-12-31T23:59:59.999Z');
  });

  it('is refused where there is no such time', () => {
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY, 8_640_000_086_400_000])
      expect(() => instantOf(none)).toThrow(RangeError);
  });
});
