import { describe, expect, it } from '@jest/globals';
import { nameOfFault } from './fault.ts';
import { drawSchedule } from './schedule.ts';

describe('the schedule of a storm', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(drawSchedule(7, 120)).toEqual(drawSchedule(7, 120));
    expect(drawSchedule(8, 120)).not.toEqual(drawSchedule(7, 120));
  });

  it('ends every fault with the storm', () => {
    for (let seed = 1; seed <= 50; seed++)
      for (const { at, lasts } of drawSchedule(seed, 20)) expect(at + lasts).toBeLessThanOrEqual(20_000);
  });

  it('meets every fault within two storms of two minutes', () => {
    const met = new Set([1, 2].flatMap((seed) => drawSchedule(seed, 120).map(({ fault }) => nameOfFault(fault))));
    expect(met.size).toBe(42);
  });
});
