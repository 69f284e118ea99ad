import { describe, expect, it } from '@jest/globals';
import { rungInWords } from './rung-words.ts';

describe('rungInWords', () => {
  it('says every effect once, also what the callers are told', () => {
    expect(
      rungInWords(['tell:citizen-extended:callers', 'propose:joint-meeting', 'tell:citizen-extended:callers']),
    ).toBe('告知来电人、提请召开联席会办');
  });

  it('of no effect says that supervision goes on', () => {
    expect(rungInWords([])).toBe('继续督办');
  });
});
