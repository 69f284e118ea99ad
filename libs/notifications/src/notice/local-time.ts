import { dayIndexOf, localDayOf, millisecondsOf, weekdayOf, type Instant } from '@hotline/domain';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const OFFSET = 8 * 3_600_000;

function partsOf(instant: Instant) {
  const milliseconds = millisecondsOf(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${instant}`);
  const index = dayIndexOf(milliseconds);
  const [year = 0, month = 0, day = 0] = localDayOf(index).split('-').map(Number);
  const clock = new Date(milliseconds + OFFSET).toISOString().slice(11, 16);
  return { year, month, day, weekday: weekdayOf(index), clock };
}

/** An instant in Asia/Shanghai for people: `2026年1月5日（周一）10:00`. Throws RangeError on what is no instant. */
export function chineseTime(instant: Instant): string {
  const { clock } = partsOf(instant);
  return `${chineseDay(instant)}${clock}`;
}

/** The Shanghai day of an instant: `2026年1月5日（周一）`. */
export function chineseDay(instant: Instant): string {
  const { year, month, day, weekday } = partsOf(instant);
  return `${year}年${month}月${day}日（周${WEEKDAYS[weekday]}）`;
}

/** An instant in Asia/Shanghai in English: `Mon 5 Jan 2026, 10:00`. */
export function englishTime(instant: Instant): string {
  const { year, month, day, weekday, clock } = partsOf(instant);
  return `${WEEKDAYS_EN[weekday]} ${day} ${MONTHS_EN[month - 1]} ${year}, ${clock}`;
}
