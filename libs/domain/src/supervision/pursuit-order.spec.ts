import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { URGENCIES } from '../policy/policy.ts';
import { inOrderOfPursuit, pressureOf, type Pursuit } from './pursuit-order.ts';

const plain: Pursuit = {
  urgency: 'ordinary',
  askedByLeader: false,
  handedDown: false,
  calls: 1,
  redos: 0,
  late: 0,
  urged: 0,
};
const DAY = 25_200_000;

describe('whom to phone first', () => {
  it('is danger, then whom a leader asks about, then what was handed down, then what presses, then the rest', () => {
    const inOrder: Pursuit[] = [
      { ...plain, urgency: 'emergency' },
      { ...plain, askedByLeader: true },
      { ...plain, handedDown: true },
      { ...plain, urgency: 'urgent' },
      plain,
    ];
    expect(inOrder.map(pressureOf)).toEqual([0, 1, 2, 3, 4]);
    expect([pressureOf({ ...plain, calls: 3 }), pressureOf({ ...plain, redos: 1 })]).toEqual([3, 3]);
  });

  it('is, of equals, the longest overdue, then the most often urged in vain', () => {
    const [late, later] = [
      { ...plain, late: DAY },
      { ...plain, late: 2 * DAY },
    ];
    expect([late, later].sort(inOrderOfPursuit)).toEqual([later, late]);
    expect(inOrderOfPursuit({ ...late, urged: 2 }, late)).toBeLessThan(0);
  });

  it('is an order: it is turned round with its sides, and nobody comes before himself', () => {
    const pursuits = fc.record({
      urgency: fc.constantFrom(...URGENCIES),
      askedByLeader: fc.boolean(),
      handedDown: fc.boolean(),
      calls: fc.integer({ min: 1, max: 6 }),
      redos: fc.nat(3),
      late: fc.nat(40 * DAY),
      urged: fc.nat(9),
    });
    fc.assert(
      fc.property(pursuits, pursuits, (left, right) => {
        expect(Math.sign(inOrderOfPursuit(left, right)) + Math.sign(inOrderOfPursuit(right, left))).toBe(0);
        expect(inOrderOfPursuit(left, left)).toBe(0);
      }),
    );
  });
});
