import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** The city's clock: China has had one zone without summer time since 1991. */
const OFFSET_MINUTES = 8 * 60;
const OFFSET = '+08:00';

/** The wall clock of Asia/Shanghai at an instant (ISO text or milliseconds), whatever zone the browser is in. */
export function wallClock(instant: string | number): Dayjs {
  return dayjs.utc(instant).add(OFFSET_MINUTES, 'minute');
}

/** The instant that a wall clock of Asia/Shanghai shows, as RFC 3339: `2026-01-05T09:00:00+08:00`. */
export function instantOf(wall: Dayjs): string {
  return `${wall.format('YYYY-MM-DDTHH:mm:ss')}${OFFSET}`;
}

/** `2026-01-05 09:00` in Asia/Shanghai. */
export function dateTime(instant: string | number): string {
  return wallClock(instant).format('YYYY-MM-DD HH:mm');
}

/** `2026-01-05 09:00:07` in Asia/Shanghai. */
export function dateTimeSeconds(instant: string | number): string {
  return wallClock(instant).format('YYYY-MM-DD HH:mm:ss');
}

/** `01-05 09:00` in Asia/Shanghai, for narrow places. */
export function shortTime(instant: string | number): string {
  return wallClock(instant).format('MM-DD HH:mm');
}
