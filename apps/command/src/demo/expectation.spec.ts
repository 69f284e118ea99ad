import { describe, expect, it } from '@jest/globals';
import { comparisonTable, sameCode, sameCount, sameTime } from './expectation.ts';

describe('what the demonstration compares', () => {
  it('holds a count exactly, or from a least number on', () => {
    expect(sameCount('邮件', 'mails', 2, 2).holds).toBe(true);
    expect(sameCount('邮件', 'mails', 2, 3).holds).toBe(false);
    expect(sameCount('邮件', 'mails', { atLeast: 2 }, 3).holds).toBe(true);
    expect(sameCount('邮件', 'mails', { atLeast: 2 }, 1).holds).toBe(false);
  });

  it('holds a time that is late within the tolerance, never one that is early or did not come', () => {
    const came = (milliseconds: number | undefined): boolean =>
      sameTime('黄灯', 'yellow', 11_250, milliseconds, 3_000).holds;
    expect(came(11_250)).toBe(true);
    expect(came(14_000)).toBe(true);
    expect(came(14_300)).toBe(false);
    expect(came(11_000)).toBe(false);
    expect(came(undefined)).toBe(false);
  });

  it('is shown in columns that stand under each other, Chinese characters taking two', () => {
    const table = comparisonTable('场景', [
      sameCode('阶段', 'stage', 'closed', 'closed'),
      sameCode('结果', 'outcome', 'solved', undefined),
    ]);
    expect(table.split('\n')).toEqual([
      '   场景          应有 expected  实有 came',
      '✓  阶段 stage    closed         closed',
      '✗  结果 outcome  solved         —',
    ]);
  });
});
