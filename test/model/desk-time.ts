import { publicHolidays } from '@hotline/calendar';

const MINUTE = 60_000;
const SHANGHAI = 8 * 60 * MINUTE;
const DAYS = new Map(publicHolidays().map(({ day, kind }) => [day, kind]));

/** A working day of the default policy, in milliseconds. */
export const WORKING_DAY = 7 * 60 * MINUTE;

/** When the desk works: minutes of a day in Shanghai. */
export type Hours = readonly (readonly [from: number, to: number])[];
export const DESK: Hours = [
  [8 * 60 + 30, 12 * 60],
  [14 * 60, 17 * 60 + 30],
];

/** The instant after so much working time, counted minute by minute: slow, and nothing of the house's own is in it. */
export function after(from: string, length: number, hours: Hours): string {
  let at = Date.parse(from);
  for (let left = length; left > 0;) {
    const next = (Math.floor(at / MINUTE) + 1) * MINUTE;
    if (isWorking(at, hours)) {
      const step = Math.min(left, next - at);
      left -= step;
      at += step;
    } else at = next;
  }
  return new Date(at).toISOString();
}

/** The working time between two instants, in milliseconds. */
export function between(from: string, to: string, hours: Hours): number {
  let sum = 0;
  const end = Date.parse(to);
  for (let at = Date.parse(from); at < end;) {
    const next = Math.min(end, (Math.floor(at / MINUTE) + 1) * MINUTE);
    if (isWorking(at, hours)) sum += next - at;
    at = next;
  }
  return sum;
}

function isWorking(at: number, hours: Hours): boolean {
  const local = new Date(at + SHANGHAI);
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  return isWorkday(local) && hours.some(([from, to]) => minute >= from && minute < to);
}

function isWorkday(local: Date): boolean {
  const kind = DAYS.get(local.toISOString().slice(0, 10));
  if (kind !== undefined) return kind === 'workday';
  return local.getUTCDay() !== 0 && local.getUTCDay() !== 6;
}
