import { describe, expect, it } from '@jest/globals';
import { ancestorsOf, isPast, walPath } from './timeline.ts';
import { historyName, positionOf, positionText, segmentAt, segmentName, segmentNamed } from './wal-position.ts';

const segments = (...names: string[]) => names.map((name) => segmentNamed(name) ?? { timeline: 0, number: 0n });

describe('positions in the WAL', () => {
  it('are read and written as PostgreSQL does, and name their segment', () => {
    expect(positionOf('1/174B658')).toBe(0x1_0174_b658n);
    expect(positionText(0x1_0174_b658n)).toBe('1/174B658');
    expect(() => positionOf('latest')).toThrow('not a position');
    expect(segmentName({ timeline: 10, number: segmentAt(positionOf('1/174B658')) })).toBe('0000000A0000000100000001');
    expect(segmentNamed('0000000A0000000100000001')).toEqual({ timeline: 10, number: 257n });
    expect(segmentNamed('00000002.history')).toBeUndefined();
    expect(historyName(2)).toBe('00000002.history');
  });
});

describe('the WAL along a line of time', () => {
  const second = {
    timeline: 2,
    ancestors: ancestorsOf('1\t0/5000100\tbefore 2026-11-24 10:00:00+08\n'),
  };

  it('goes from the ancestor to the line at the segment that both have', () => {
    const kept = segments(
      '000000010000000000000003',
      '000000010000000000000004',
      '000000010000000000000005',
      '000000010000000000000006',
      '000000020000000000000005',
      '000000020000000000000006',
    );
    expect(walPath(positionOf('0/3000028'), second, kept)).toEqual({
      segments: [
        '000000010000000000000003',
        '000000010000000000000004',
        '000000020000000000000005',
        '000000020000000000000006',
      ],
      gap: undefined,
    });
  });

  it('tells the first segment that is missing, not the end', () => {
    const first = { timeline: 1, ancestors: [] };
    const kept = segments('000000010000000000000003', '000000010000000000000005');
    expect(walPath(positionOf('0/3000028'), first, kept).gap).toBe('000000010000000000000004');
    expect(walPath(positionOf('0/6000028'), first, kept)).toEqual({ segments: [], gap: undefined });
  });

  it('knows which backups lie in its past', () => {
    const of = (timeline: number, position: string) => isPast(second, { timeline, position: positionOf(position) });
    expect([of(2, '0/9000000'), of(1, '0/4000000'), of(1, '0/5000200'), of(3, '0/1')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
