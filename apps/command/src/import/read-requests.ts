import type { Instant } from '@hotline/domain';
import { CommandError } from '../command-error.ts';
import { csvRecords } from './csv-records.ts';
import { readRequestRow, type ColumnNames, type RequestRow } from './request-row.ts';
import type { RowProblem } from './row-problem.ts';

/** One row of the file: a request, or why it is none. Lines are counted from 1, the header's included. */
export interface ReadRow {
  readonly line: number;
  readonly lastLine: number;
  readonly request?: RequestRow;
  readonly problem?: RowProblem;
}

/** How a file is to be read. `required` columns must stand in its header; the time of asking need not unless it is named. */
export interface Reading {
  readonly columns: ColumnNames;
  readonly required: readonly (keyof ColumnNames)[];
  readonly delimiter: string;
  readonly now: Instant;
}

/**
 * The requests of a CSV text in its order, row by row as it is read.
 *
 * @throws CommandError when its header lacks a column that is needed, or names one twice
 */
export async function* readRequests(text: AsyncIterable<string>, reading: Reading): AsyncGenerator<ReadRow> {
  const { columns, delimiter, now } = reading;
  let header: readonly string[] | undefined;
  for await (const { line, lastLine, fields, problem } of csvRecords(text, delimiter)) {
    if (!header) {
      if (problem) throw new CommandError('表头无法读取。', `The header cannot be read: ${problem} on line ${line}.`);
      header = fields.map((field) => field.trim());
      checkHeader(header, reading);
    } else if (problem) yield { line, lastLine, problem: { code: problem } };
    else {
      const row = readRequestRow(header, fields, columns, now);
      yield 'code' in row ? { line, lastLine, problem: row } : { line, lastLine, request: row };
    }
  }
  if (!header) throw new CommandError('文件里没有内容。', 'There is nothing in the file.');
}

function checkHeader(header: readonly string[], { columns, required, delimiter }: Reading): void {
  const missing = required.map((column) => columns[column]).filter((column) => !header.includes(column));
  const shown = header
    .map((column) => column.slice(0, 30))
    .slice(0, 20)
    .join(' | ');
  if (missing.length > 0) {
    const other = [',', ';', '\t'].find((one) => one !== delimiter && header.length === 1 && header[0]?.includes(one));
    const hint = other ? `--delimiter ${other === '\t' ? 'tab' : `"${other}"`}` : '--id --title --text --asked-at';
    throw new CommandError(
      `表头缺少列：${missing.join('、')}。表头是：${shown}。请用 ${hint} 说明。`,
      `The header lacks ${missing.join(', ')}; it is: ${shown}. Say how to read it by ${hint}.`,
    );
  }
  const twice = Object.values(columns).find((column) => header.filter((one) => one === column).length > 1);
  if (twice !== undefined)
    throw new CommandError(`表头有两列都叫“${twice}”。`, `The header has the column ${twice} twice.`);
}
