import { describe, expect, it } from '@jest/globals';
import { CannotRun } from '../../local/saying.ts';
import { insistOnSpace } from './space.ts';
import { readWish } from './wish.ts';

const NOW = Date.parse('2026-11-24T04:00:00Z');
const read = (...args: string[]) => readWish(args, NOW);

describe('the wish for a restore', () => {
  it.each([
    ['2026-11-24T10:00:00+08:00', '2026-11-24T02:00:00.000Z'],
    ['2026-11-24 10:00+08:00', '2026-11-24T02:00:00.000Z'],
    ['2026-11-24T02:00:00.250Z', '2026-11-24T02:00:00.250Z'],
  ])('takes %s', (text, at) => {
    expect(read('--at', text).what).toEqual({ do: 'restore', moment: { at }, verified: true });
  });

  it.each([
    ['2026-11-24T10:00:00', 'Say the time zone, too. In China: --at 2026-11-24T10:00:00+08:00'],
    ['2026-11-24T13:00:00+08:00', 'in the future'],
    ['yesterday', 'is not a moment'],
    ['2026-11-24T25:00:00Z', 'no such moment'],
  ])('refuses %s', (text, sentence) => {
    expect(() => read('--at', text)).toThrow(sentence);
  });

  it('is for one thing, or for help', () => {
    expect(read('--at', 'latest', '--unverified').what).toEqual({ do: 'restore', moment: 'latest', verified: false });
    expect(read('--confirm', '--data', 'x')).toEqual({ data: 'x', what: { do: 'confirm' } });
    expect(read().what).toEqual({ do: 'help' });
    expect(() => read('--confirm', '--undo')).toThrow('one of');
  });
});

describe('the space for a restore', () => {
  it('is looked at before anything is written', () => {
    expect(() => insistOnSpace('/data', 300_000_000, 200_000_000)).toThrow(CannotRun);
    expect(() => insistOnSpace('/data', 300_000_000, 200_000_000)).toThrow('needs 300 MB and has 200 MB');
    expect(() => insistOnSpace('/data', 1, 1)).not.toThrow();
  });
});
