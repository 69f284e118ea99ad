import { describe, expect, it } from '@jest/globals';
import { isSampled } from './sample.ts';

const numbers = Array.from({ length: 9_999 }, (_, index) => `20260105${String(index + 1).padStart(4, '0')}`);

describe('the sample of closed cases', () => {
  it.each([0, 0.05, 0.2, 0.5, 1])('of rate %d is that part of a day’s numbers', (rate) => {
    const part = numbers.filter((number) => isSampled(number, rate)).length / numbers.length;
    expect(Math.abs(part - rate)).toBeLessThan(0.02);
  });

  it('is the same whenever it is asked for, and a smaller rate’s lies in a greater one’s', () => {
    const small = numbers.filter((number) => isSampled(number, 0.1));
    expect(small.every((number) => isSampled(number, 0.3))).toBe(true);
    expect(small.slice(0, 3)).toEqual(numbers.filter((number) => isSampled(number, 0.1)).slice(0, 3));
  });
});
