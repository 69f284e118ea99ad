import { DEFAULT_POLICY } from './default-policy.ts';
import type { Policy } from './policy.ts';

/** The same rules with a working day of a few seconds, for demonstrations (`--fast`). */
export function fastPolicy(secondsPerWorkingDay = 3): Policy {
  return {
    ...DEFAULT_POLICY,
    version: 2,
    name: `演示规则：一个工作日为${secondsPerWorkingDay}秒`,
    pace: { kind: 'compressed', secondsPerWorkingDay, secondsPerMinute: secondsPerWorkingDay / 20 },
  };
}
