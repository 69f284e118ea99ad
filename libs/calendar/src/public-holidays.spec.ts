import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { deskTime } from '@hotline/domain';
import { calendarFromRows } from './calendar-rows.ts';
import { publicHolidays } from './public-holidays.ts';

const rows = publicHolidays();
const kindOf = (day: string) => rows.find((row) => row.day === day)?.kind ?? 'as its weekday';

describe('the public holidays', () => {
  it('know the Spring Festival of 2026 with its make-up workdays', () => {
    const festival = rows.filter(
      ({ day, name, kind }) => day.startsWith('2026') && name === '春节' && kind === 'holiday',
    );
    expect(festival.map(({ day }) => day)).toEqual([
      '2026-02-15',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-21',
      '2026-02-22',
      '2026-02-23',
    ]);
    expect(kindOf('2026-02-14')).toBe('workday');
    expect(kindOf('2026-02-28')).toBe('workday');
    expect(kindOf('2026-02-24')).toBe('as its weekday');
  });

  it('know National Day of 2025, eight days with mid-autumn, and its make-up workdays', () => {
    const october = Array.from({ length: 8 }, (_, index) => `2025-10-0${index + 1}`);
    expect(october.map(kindOf)).toEqual(october.map(() => 'holiday'));
    expect([kindOf('2025-09-28'), kindOf('2025-10-11'), kindOf('2025-10-09')]).toEqual([
      'workday',
      'workday',
      'as its weekday',
    ]);
  });

  it('know every year from 2004 to 2026, and no other', () => {
    const years = Array.from({ length: 23 }, (_, index) => 2004 + index);
    expect(calendarFromRows(rows).knownYears).toEqual(years);
  });

  it('name each day once, in order of time, in Chinese', () => {
    const days = rows.map(({ day }) => day);
    expect(days).toEqual([...new Set(days)].sort());
    expect(
      rows.every(({ day, name }) => /^\d{4}-\d\d-\d\d$/.test(day) && /^\p{Script=Han}+\d*\p{Script=Han}*$/u.test(name)),
    ).toBe(true);
  });

  it('make up only on weekends', () => {
    const weekdays = rows
      .filter(({ kind }) => kind === 'workday')
      .map(({ day }) => new Date(`${day}T00:00:00Z`).getUTCDay());
    expect(new Set(weekdays)).toEqual(new Set([0, 6]));
  });

  it.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])(
    'are the same days under TZ=%s',
    (zone) => {
      const script = `import { publicHolidays } from './public-holidays.ts'; console.log(JSON.stringify(publicHolidays()));`;
      const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: import.meta.dirname,
        env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('');
      expect(JSON.parse(run.stdout)).toEqual(rows);
    },
  );
});

describe('a calendar from rows', () => {
  const hours = [
    { from: 8 * 60 + 30, to: 12 * 60 },
    { from: 14 * 60, to: 17 * 60 + 30 },
  ];

  it('carries a term over the Spring Festival to the day after it', () => {
    const time = deskTime(calendarFromRows(rows), hours);
    // Friday 13 February 10:00; Saturday the 14th is worked, then nine days are free.
    expect(time.add('2026-02-13T02:00:00.000Z', { workingDays: 2 })).toEqual({
      at: '2026-02-24T02:00:00.000Z',
      provisional: false,
    });
  });

  it('leaves a year provisional of which only one day was entered', () => {
    const oneDay = calendarFromRows([...rows, { day: '2027-02-05', kind: 'holiday', name: '春节' }]);
    expect(oneDay.knownYears).not.toContain(2027);
    const reached = deskTime(oneDay, hours).add('2027-02-04T02:00:00.000Z', { workingDays: 1 });
    expect(reached).toEqual({ at: '2027-02-08T02:00:00.000Z', provisional: true });
  });
});
