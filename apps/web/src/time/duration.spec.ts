import { describe, expect, it } from '@jest/globals';
import { durationParts, light } from './duration.ts';

describe('durationParts', () => {
  it('names the two greatest units', () => {
    expect(durationParts(3 * 86_400_000 + 4 * 3_600_000 + 59_000)).toEqual({ unit: 'days', great: 3, small: 4 });
    expect(durationParts(-(2 * 3_600_000 + 5 * 60_000))).toEqual({ unit: 'hours', great: 2, small: 5 });
    expect(durationParts(12_900)).toEqual({ unit: 'seconds', great: 12, small: 0 });
  });
});

describe('light', () => {
  const [start, due] = ['2026-01-05T00:00:00.000Z', '2026-01-09T00:00:00.000Z'];

  it('turns yellow in the last quarter and red after the due', () => {
    expect(light(Date.parse('2026-01-07T23:59:59Z'), start, due)).toBe('green');
    expect(light(Date.parse('2026-01-08T00:00:00Z'), start, due)).toBe('yellow');
    expect(light(Date.parse('2026-01-09T00:00:00Z'), start, due)).toBe('yellow');
    expect(light(Date.parse('2026-01-09T00:00:01Z'), start, due)).toBe('red');
  });
});
