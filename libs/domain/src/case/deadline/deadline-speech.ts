import { millisecondsOf, type Instant } from '../../instant.ts';
import type { Standstill } from '../../policy/build-ladder.ts';
import { workingTimeOf, type Policy } from '../../policy/policy.ts';
import { crossedDays, type CrossedDays } from '../../working-time/crossed-days.ts';
import type { WorkingCalendar } from '../../working-time/desk-time.ts';
import { formatDay, formatLocal, formatLocalInEnglish } from '../../working-time/local-time.ts';
import type { Term, WorkingTime } from '../../working-time/working-time.ts';
import type { DeadlineLine } from './deadline-line.ts';

/** The same in Chinese and in English. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** How a policy's deadlines are spoken of. */
export interface DeadlineSpeech {
  readonly policy: Policy;
  readonly time: WorkingTime;
  readonly clock: (at: Instant) => Words;
  readonly term: (term: Term) => Words;
  /** How long a clock stood, in the time that the assignment runs in. */
  readonly standstill: (stood: Standstill, aroundTheClock: boolean) => Words;
  /** What the calendar did to a term between two instants; nothing where days are all alike. */
  readonly crossed: (from: Instant, to: Instant) => DeadlineLine[];
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Local times in Asia/Shanghai; with seconds where a working day lasts only some. */
export function deadlineSpeech(policy: Policy, calendar: WorkingCalendar): DeadlineSpeech {
  const time = workingTimeOf(policy, calendar);
  const compressed = policy.pace.kind === 'compressed';
  const clock = (at: Instant): Words => ({
    zh: formatLocal(at, { seconds: compressed }),
    en: formatLocalInEnglish(at, { seconds: compressed }),
  });
  return {
    policy,
    time,
    clock,
    term: termInWords,
    standstill: ({ from, to }, aroundTheClock) => {
      if (aroundTheClock) return inWords(millisecondsOf(to) - millisecondsOf(from), 24 * HOUR, ['天', 'day']);
      const stood = time.between(from, to);
      if (!compressed) return inWords(stood, time.workingDay, ['个工作日', 'working day']);
      const days = (stood / time.workingDay).toFixed(1);
      return { zh: `${days}个工作日`, en: `${days} working days` };
    },
    crossed: (from, to) => (compressed ? [] : linesOfCalendar(crossedDays(calendar, from, to))),
  };
}

function termInWords(term: Term): Words {
  if ('workingDays' in term)
    return { zh: `${term.workingDays}个工作日`, en: `${counted(term.workingDays, 'working day')}` };
  if ('workingHours' in term)
    return { zh: `${term.workingHours}个工作小时`, en: counted(term.workingHours, 'working hour') };
  const hours = term.minutes / 60;
  if (Number.isInteger(hours))
    return { zh: `${hours}小时，昼夜连续计算`, en: `${counted(hours, 'hour')}, day and night` };
  return { zh: `${term.minutes}分钟，昼夜连续计算`, en: `${counted(term.minutes, 'minute')}, day and night` };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** A length in days of so many milliseconds, hours and minutes; what is less than a minute is cut off. */
function inWords(length: number, day: number, [zhDay, enDay]: readonly [string, string]): Words {
  const days = Math.floor(length / day);
  const hours = Math.floor((length % day) / HOUR);
  const minutes = Math.floor(((length % day) % HOUR) / MINUTE);
  const zh = [days && `${days}${zhDay}`, hours && `${hours}小时`, minutes && `${minutes}分钟`].filter(Boolean).join('');
  const en = [days && counted(days, enDay), hours && counted(hours, 'hour'), minutes && counted(minutes, 'minute')];
  return { zh: zh || '不足1分钟', en: en.filter(Boolean).join(' ') || 'less than a minute' };
}

/** A line for each holiday and each run of make-up workdays crossed, and one for all the weekends. */
function linesOfCalendar(crossed: readonly CrossedDays[]): DeadlineLine[] {
  const weekends = crossed.filter(({ why }) => why === 'weekend');
  const named = crossed.filter(({ why }) => why !== 'weekend').map(lineOfDays);
  if (weekends.length === 0) return named;
  const days = weekends.map(rangeOf);
  const line = {
    code: 'weekend',
    zh: `周末不计：${days.map(({ zh }) => zh).join('、')}`,
    en: `weekends do not count: ${days.map(({ en }) => en).join(', ')}`,
  };
  return [...named, line];
}

function lineOfDays(days: CrossedDays): DeadlineLine {
  const { zh, en } = rangeOf(days);
  const { count, name } = days;
  if (days.why === 'holiday')
    return {
      code: 'holiday',
      zh: `${name || '节假日'}放假${count}天不计：${zh}`,
      en: `public holiday, not counted: ${en}`,
    };
  return {
    code: 'make-up-workday',
    zh: `${name}调休上班，计入：${zh}`,
    en: `worked to make up for a holiday, counted: ${en}`,
  };
}

function rangeOf({ first, last }: CrossedDays): Words {
  const [from, to] = [formatDay(first), formatDay(last)];
  return first === last ? from : { zh: `${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}` };
}
