/** Asia/Shanghai has had one offset and no summer time since 1991; the hotline's clock is this one. */
const OFFSET = 8 * 3_600_000;
const DAY = 86_400_000;

/** A day of the Shanghai calendar, `2026-01-05`. */
export type LocalDay = string;

/** Days since 1970-01-01 of the Shanghai day that holds this moment (milliseconds since the epoch). */
export function dayIndexOf(milliseconds: number): number {
  return Math.floor((milliseconds + OFFSET) / DAY);
}

/** The moment (milliseconds since the epoch) at which a Shanghai day begins. */
export function startOfDay(dayIndex: number): number {
  return dayIndex * DAY - OFFSET;
}

export function localDayOf(dayIndex: number): LocalDay {
  return new Date(dayIndex * DAY).toISOString().slice(0, 10);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(dayIndex: number): number {
  return (((dayIndex + 4) % 7) + 7) % 7;
}
