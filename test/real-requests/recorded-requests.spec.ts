import { describe, expect, it } from '@jest/globals';
import { MovedYears } from './recorded-requests.ts';

describe('the years that records are moved by', () => {
  const years = new MovedYears('2011-12-07T01:36:58.000Z', '2026-11-30T00:00:00.000Z');

  it('keep the day of the week and of the month, and lead back', () => {
    expect(years.years).toBe(28);
    for (const recorded of ['2011-12-07T01:36:58.000Z', '2012-02-29T12:00:00.000Z', '2020-01-09T03:00:05.000Z']) {
      const moved = years.instant(recorded);
      expect(new Date(moved).getUTCDay()).toBe(new Date(recorded).getUTCDay());
      expect(moved.slice(4)).toBe(recorded.slice(4));
      expect(years.recorded(moved)).toBe(recorded);
    }
  });

  it('move the holidays along', () => {
    const [row] = years.holidays([{ day: '2012-10-01', kind: 'holiday', name: '国庆节' }]);
    expect(row?.day).toBe('2040-10-01');
  });
});
