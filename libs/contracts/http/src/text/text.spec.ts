import { describe, expect, it } from '@jest/globals';
import { instant } from './instant.ts';
import { words } from './words.ts';

const problemOf = (value: string, longest = 5): unknown => {
  const [issue] = words(longest).safeParse(value).error?.issues ?? [];
  return issue?.code === 'custom' ? issue.params?.['code'] : undefined;
};

describe('words', () => {
  it('are kept exactly, and counted in characters rather than in units of UTF-16', () => {
    for (const said of ['长长长长长', '💧💧💧💧💧', '𠮷a', ' a ', 'e\u0301\n']) expect(words(5).parse(said)).toBe(said);
    expect(problemOf('💧💧💧💧💧💧')).toBe('text.too-long');
    expect(problemOf('123456')).toBe('text.too-long');
  });

  it('are not blank, and hold nothing that no database text can hold', () => {
    for (const blank of ['', ' ', '\u3000\n', '\u200b\u200d', '\u3164', '\ufe0f', '\u0001\u001f'])
      expect(problemOf(blank)).toBe('text.empty');
    for (const bad of ['\0', 'a\0', '\ud83d', '\udca7a', '\ud83d\ud83d'])
      expect(problemOf(bad)).toBe('text.not-storable');
  });
});

describe('an instant', () => {
  it('is RFC 3339 with an offset, and read as canonical UTC', () => {
    expect(instant().parse('2026-01-05T09:00:00+08:00')).toBe('2026-01-05T01:00:00.000Z');
    expect(instant().parse('2026-01-05T01:00:00.1239Z')).toBe('2026-01-05T01:00:00.123Z');
    expect(instant().parse('2024-02-29T00:00:00-11:30')).toBe('2024-02-29T11:30:00.000Z');
  });

  it('is refused without an offset, on a day that does not exist, and out of all range', () => {
    const wrong = [
      '2026-01-05',
      '2026-01-05T09:00:00',
      '2026-02-29T00:00:00Z',
      '2026-01-05T24:00:00Z',
      '1989-12-31T00:00:00Z',
      '9999-12-31T23:59:59-23:59',
      'now',
    ];
    for (const given of wrong) expect([given, instant().safeParse(given).success]).toEqual([given, false]);
  });
});
