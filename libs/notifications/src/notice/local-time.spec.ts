import { describe, expect, it } from '@jest/globals';
import { chineseDay, chineseTime, englishTime } from './local-time.ts';

describe('an instant for people', () => {
  it('is shown in Asia/Shanghai whatever the machine thinks', () => {
    expect(chineseTime('2026-01-05T02:00:00.000Z')).toBe('2026年1月5日（周一）10:00');
    expect(englishTime('2026-01-05T02:00:00.000Z')).toBe('Mon 5 Jan 2026, 10:00');
  });

  it('belongs to the Shanghai day, not to that of UTC', () => {
    expect(chineseDay('2025-12-31T16:00:00.000Z')).toBe('2026年1月1日（周四）');
  });
});
