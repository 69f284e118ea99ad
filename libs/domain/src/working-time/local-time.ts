import { millisecondsOf, type Instant } from '../instant.ts';
import { dayIndexOf, localDayOf, startOfDay, weekdayOf, type LocalDay } from './local-day.ts';

const WEEKDAYS = [
  ['周日', 'Sun'],
  ['周一', 'Mon'],
  ['周二', 'Tue'],
  ['周三', 'Wed'],
  ['周四', 'Thu'],
  ['周五', 'Fri'],
  ['周六', 'Sat'],
] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: (typeof WEEKDAYS)[number];
  readonly clock: string;
}

/** Without Intl: the same text in a browser, a server and a workflow. */
function partsOf(instant: Instant, seconds: boolean): LocalParts {
  const at = millisecondsOf(instant);
  const index = dayIndexOf(at);
  const [year = 0, month = 0, day = 0] = localDayOf(index).split('-').map(Number);
  const passed = Math.floor((at - startOfDay(index)) / 1_000);
  const units = [Math.floor(passed / 3_600), Math.floor(passed / 60) % 60, ...(seconds ? [passed % 60] : [])];
  const clock = units.map((unit) => String(unit).padStart(2, '0')).join(':');
  return { year, month, day, weekday: WEEKDAYS[weekdayOf(index)] ?? WEEKDAYS[0], clock };
}

/** The hour of the Shanghai day, 0 to 23, in which an instant lies. */
export function hourOfDay(instant: Instant): number {
  const at = millisecondsOf(instant);
  return Math.floor((at - startOfDay(dayIndexOf(at))) / 3_600_000);
}

/** An instant as people of the house read it, Asia/Shanghai: `2026年1月5日（周一）10:00`. Seconds are cut off, not rounded. */
export function formatLocal(instant: Instant, { seconds = false } = {}): string {
  const { year, month, day, weekday, clock } = partsOf(instant, seconds);
  return `${year}年${month}月${day}日（${weekday[0]}）${clock}`;
}

/** The same for readers of English, Asia/Shanghai: `Mon 5 Jan 2026, 10:00`. */
export function formatLocalInEnglish(instant: Instant, { seconds = false } = {}): string {
  const { year, month, day, weekday, clock } = partsOf(instant, seconds);
  return `${weekday[1]} ${day} ${MONTHS[month - 1]} ${year}, ${clock}`;
}

/** `1月5日` and `5 Jan`. */
export function formatDay(day: LocalDay): { zh: string; en: string } {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return { zh: `${month}月${date}日`, en: `${date} ${MONTHS[month - 1]}` };
}
