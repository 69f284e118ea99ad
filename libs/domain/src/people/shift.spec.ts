import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { overlaps, shiftAfter, shiftsOnDuty } from './shift.ts';

const at = (hour: number): string => new Date(Date.UTC(2026, 0, 5, hour)).toISOString();
const spans = fc.array(
  fc
    .record({ from: fc.integer({ min: 0, max: 90 }), length: fc.integer({ min: 1, max: 12 }) })
    .map(({ from, length }) => ({ from: at(from), until: at(from + length) })),
  { maxLength: 10 },
);

it('is on duty from its beginning until its end, and no longer', () => {
  const [day, evening] = [
    { from: at(0), until: at(8) },
    { from: at(8), until: at(16) },
  ];
  expect(shiftsOnDuty([day, evening], at(7))).toEqual([day]);
  expect(shiftsOnDuty([day, evening], at(8))).toEqual([evening]);
  expect(shiftsOnDuty([day, evening], at(16))).toEqual([]);
  expect(shiftAfter([evening, day], day)).toBe(evening);
  expect(shiftAfter([evening, day], evening)).toBeUndefined();
});

it('hands over to the first that begins when it has ended, never to one that runs beside it', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 100 }).map(at), (shifts, now) => {
      for (const shift of shiftsOnDuty(shifts, now)) {
        const next = shiftAfter(shifts, shift);
        if (next) expect(overlaps(shift, next)).toBe(false);
        for (const other of shifts) if (next && other.from >= shift.until) expect(next.from <= other.from).toBe(true);
      }
    }),
  );
});
