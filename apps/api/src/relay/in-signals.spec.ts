import { describe, expect, it } from '@jest/globals';
import type { StreamSignal } from '@hotline/contracts-process';
import fc from 'fast-check';
import { inSignals } from './in-signals.ts';

const event = (number: number, characters: number): StreamSignal =>
  ({ stream: '202601050042', number, type: 'CaseRegistered', payload: { filler: 'x'.repeat(characters) } }) as never;

describe('the signals of some events', () => {
  it('are one when they are small', () => {
    const events = [event(1, 10), event(2, 10), event(3, 10)];
    expect(inSignals(events)).toEqual([events]);
    expect(inSignals([])).toEqual([]);
  });

  it('hold every event once, in order, and none is larger than Temporal takes unless one event alone is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500_000 }), { maxLength: 12 }), (sizes) => {
        const events = sizes.map((size, index) => event(index + 1, size));
        const signals = inSignals(events);
        expect(signals.flat()).toEqual(events);
        for (const signal of signals)
          if (signal.length > 1) expect(JSON.stringify(signal).length).toBeLessThan(410_000);
      }),
      { numRuns: 30 },
    );
  });
});
