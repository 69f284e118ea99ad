import { isStorable, LENGTHS } from '@hotline/contracts-http';
import type { Instant } from '@hotline/domain';
import { readAskedAt } from './asked-at.ts';
import type { RowProblem } from './row-problem.ts';

/** A request as a row of a file holds it. */
export interface RequestRow {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** When the citizen asked; absent where the file has no such column. */
  readonly askedAt?: Instant;
}

/** The names of the columns, as the file's header writes them. */
export interface ColumnNames {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly askedAt: string;
}

export const DEFAULT_COLUMNS: ColumnNames = { id: 'id', title: 'title', text: 'text', askedAt: 'asked_at' };

/** How many characters (code points) a field may have, as the API takes them. */
const LONGEST = { id: LENGTHS.name, title: LENGTHS.title, text: LENGTHS.text } as const;

/**
 * Reads one row. Surrounding white space is left out, everything else is kept as it is written.
 *
 * @param header the names of all columns, in order
 * @param now what a date may not be later than
 */
export function readRequestRow(
  header: readonly string[],
  fields: readonly string[],
  columns: ColumnNames,
  now: Instant,
): RequestRow | RowProblem {
  if (fields.length !== header.length) return { code: 'fields', expected: header.length, found: fields.length };
  const valueOf = (column: string): string => fields[header.indexOf(column)]?.trim() ?? '';
  const row = { id: valueOf(columns.id), title: valueOf(columns.title), text: valueOf(columns.text) };
  for (const field of ['id', 'title', 'text'] as const) {
    const problem = problemOf(row[field], columns[field], LONGEST[field]);
    if (problem) return problem;
  }
  if (!header.includes(columns.askedAt)) return row;
  const written = valueOf(columns.askedAt);
  const askedAt = readAskedAt(written);
  if (!askedAt) return { code: 'unreadable-date', column: columns.askedAt, written };
  if (askedAt > now) return { code: 'date-in-future', column: columns.askedAt, written };
  return { ...row, askedAt };
}

function problemOf(value: string, column: string, longest: number): RowProblem | undefined {
  if (value === '') return { code: 'empty', column };
  const found = value.length > longest ? Array.from(value).length : 0;
  if (found > longest) return { code: 'too-long', column, longest, found };
  if (value.includes('\ufffd')) return { code: 'not-storable', column, character: 'U+FFFD' };
  return isStorable(value) ? undefined : { code: 'not-storable', column, character: 'U+0000' };
}
