import { createReadStream } from 'node:fs';
import type { CalendarRow } from '@hotline/calendar';
import type { Instant, RequestKind } from '@hotline/domain';
import { readAskedAt } from '../../apps/command/src/import/asked-at.ts';
import { csvRecords } from '../../apps/command/src/import/csv-records.ts';

/** How a simulated unit goes about its duty; by turns, in the order of the file. */
export const MANNERS = ['prompt', 'slow', 'silent'] as const;

/** A request of the file with what is known of it, in the time of the file. */
export interface RecordedRequest {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly kind: RequestKind;
  readonly askedAt: Instant;
  readonly repliedAt: Instant;
  /** Acknowledges and calls the citizen at once; acknowledges after half of its time; says nothing until it replies. */
  readonly manner: (typeof MANNERS)[number];
}

/** No reply is recorded: the unit is silent for so long, then replies. */
const SILENT_FOR_GOOD = 90 * 86_400_000;
const LONGEST_TITLE = 200;
const KINDS: readonly (readonly [word: string, kind: RequestKind])[] = [
  ['咨询', 'consultation'],
  ['建议', 'suggestion'],
  ['投诉', 'complaint'],
  ['举报', 'complaint'],
];

/**
 * The requests of a CSV file with the columns id, title, text, asked_at and replied_at, in the order of the file.
 *
 * @throws Error for a row that cannot be read: nothing may be left out of what is compared
 */
export async function readRecordedRequests(path: string, limit = Number.POSITIVE_INFINITY): Promise<RecordedRequest[]> {
  const found: RecordedRequest[] = [];
  let header: readonly string[] = [];
  for await (const { line, fields, problem } of csvRecords(createReadStream(path, 'utf8'), ',')) {
    if (problem) throw new Error(`line ${line} cannot be read: ${problem}`);
    if (header.length === 0) header = fields.map((field) => field.replace('\u{feff}', '').trim());
    else if (found.length < limit)
      found.push(requestOf(new Map(header.map((name, at) => [name, fields[at] ?? ''])), line, found.length));
  }
  return found;
}

function requestOf(row: ReadonlyMap<string, string>, line: number, index: number): RecordedRequest {
  const [id = '', title = '', text = ''] = ['id', 'title', 'text'].map((name) => row.get(name)?.trim() ?? '');
  const askedAt = readAskedAt(row.get('asked_at') ?? '');
  const replied = row.get('replied_at')?.trim() ?? '';
  const repliedAt = replied === '' && askedAt ? later(askedAt, SILENT_FOR_GOOD) : readAskedAt(replied);
  if (id === '' || !askedAt || !repliedAt) throw new Error(`line ${line} has no id, or a time that cannot be read`);
  if (repliedAt < askedAt) throw new Error(`line ${line} was answered before it was asked`);
  return {
    id,
    title: title.slice(0, LONGEST_TITLE) || text.slice(0, 20),
    text: text || title,
    kind: KINDS.find(([word]) => title.includes(word))?.[1] ?? 'help',
    askedAt,
    repliedAt,
    manner: MANNERS[index % MANNERS.length] ?? 'prompt',
  };
}

export function later(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

const YEARS = 28;

/**
 * The clock that skips cannot be set back, so what was recorded is played so many years later. After 28 years every date
 * falls on the same day of the week, so that with the holidays moved along no deadline differs.
 */
export class MovedYears {
  readonly years: number;

  /** As few as bring the first instant after `now`. */
  constructor(first: Instant, now: Instant) {
    let years = 0;
    while (moved(first, years) <= now) years += YEARS;
    this.years = years;
  }

  instant(recorded: Instant): Instant {
    return moved(recorded, this.years);
  }

  recorded(instant: Instant): Instant {
    return moved(instant, -this.years);
  }

  holidays(rows: readonly CalendarRow[]): CalendarRow[] {
    return rows.map((row) => ({ ...row, day: `${Number(row.day.slice(0, 4)) + this.years}${row.day.slice(4)}` }));
  }
}

function moved(instant: Instant, years: number): Instant {
  const date = new Date(instant);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString();
}
