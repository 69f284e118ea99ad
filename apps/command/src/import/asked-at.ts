import type { Instant } from '@hotline/domain';

const OFFSET = 8 * 3_600_000;
const DATE = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?/;
const CLOCK = /^(?:T|\s+|)(\d{1,2})(?::|时)(\d{1,2})(?:分|:(\d{1,2})(?:\.(\d{1,9}))?秒?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * The instant a date of a file means: ISO 8601, or as spreadsheets write it (`2019/4/25 9:32`, `2019年4月25日`). Without
 * an offset it is Asia/Shanghai, without a time the day's beginning there.
 *
 * @returns undefined for what is no date of the calendar
 */
export function readAskedAt(written: string): Instant | undefined {
  const date = DATE.exec(written.trim());
  if (!date) return undefined;
  const rest = written.trim().slice(date[0].length);
  const clock = rest === '' ? ['', '0', '0'] : CLOCK.exec(rest);
  if (!clock) return undefined;
  const [year, month, day] = date.slice(1).map(Number) as [number, number, number];
  const [hour = 0, minute = 0, second = 0] = clock.slice(1, 4).map((part) => Number(part ?? 0));
  const milliseconds = Number((clock[4] ?? '0').padEnd(3, '0').slice(0, 3));
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds));
  const meant = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate(), local.getUTCHours()];
  if (meant.join() !== [year, month, day, hour].join() || minute > 59 || second > 59) return undefined;
  return new Date(local.getTime() - offsetOf(clock[5])).toISOString();
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return OFFSET;
  if (zone.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
