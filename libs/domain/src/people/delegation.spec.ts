import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { POWERS, powersAt, type Delegation } from './delegation.ts';

const day = (number: number): string => `2026-01-${String(number).padStart(2, '0')}T00:00:00.000Z`;
const delegations = fc.array(
  fc.record({
    toUserId: fc.constantFrom('a', 'b'),
    powers: fc.subarray([...POWERS]),
    from: fc.integer({ min: 1, max: 14 }).map(day),
    until: fc.integer({ min: 15, max: 28 }).map(day),
  }),
);

it('holds from its first instant until its last, and ends by itself', () => {
  const given: Delegation[] = [{ toUserId: 'a', powers: ['set-terms'], from: day(5), until: day(10) }];
  expect(powersAt(given, 'a', '2026-01-04T23:59:59.999Z')).toEqual([]);
  expect(powersAt(given, 'a', day(5))).toEqual(['set-terms']);
  expect(powersAt(given, 'a', day(10))).toEqual([]);
  expect(powersAt(given, 'b', day(7))).toEqual([]);
});

it('is never more than was given, to nobody but him', () => {
  fc.assert(
    fc.property(delegations, fc.integer({ min: 1, max: 28 }).map(day), (given, at) => {
      for (const power of powersAt(given, 'a', at))
        expect(given.some((one) => one.toUserId === 'a' && one.powers.includes(power))).toBe(true);
      expect(powersAt(given, 'c', at)).toEqual([]);
      expect(powersAt(given, 'a', day(28))).toEqual([]);
    }),
  );
});
