import { millisecondsOf, type Instant } from '@hotline/domain';

const EIGHT_HOURS = 8 * 3_600_000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/**
 * An instant as people in Rugao read it: `2026年1月9日（周五）15:45`. Asia/Shanghai has kept UTC+8 since 1991; the language's
 * own formatting would ask the machine for its tables, which a replay must not.
 */
export function shanghaiTime(instant: Instant): string {
  const local = new Date(millisecondsOf(instant) + EIGHT_HOURS);
  const two = (number: number): string => String(number).padStart(2, '0');
  const seconds = local.getUTCSeconds();
  const clock = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}${seconds ? `:${two(seconds)}` : ''}`;
  const weekday = WEEKDAYS[local.getUTCDay()] ?? '';
  return `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日（周${weekday}）${clock}`;
}
