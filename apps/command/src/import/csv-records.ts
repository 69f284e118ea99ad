/** Why a record could not be read. */
export type CsvProblem = 'quote-not-closed' | 'text-after-quote';

/** One record of a CSV file with the lines it stands on, counted from 1 as editors do. */
export interface CsvRecord {
  readonly line: number;
  readonly lastLine: number;
  readonly fields: readonly string[];
  readonly problem?: CsvProblem;
}

interface Line {
  readonly number: number;
  readonly content: string;
  readonly ending: string;
}

/** Longer than this, an opened quotation mark is taken for one that is never closed. */
const LONGEST_RECORD = 2_000_000;

/**
 * The records of a CSV text (RFC 4180, any line end), as it comes in. Unlike the parsers of the trade it loses nothing
 * after a stray quotation mark: only that line is a bad record, and reading goes on with the next line. Empty lines are
 * left out.
 */
export async function* csvRecords(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRecord> {
  const lines = linesOf(text);
  let again: Line[] = [];
  const next = async (): Promise<Line | undefined> => again.shift() ?? (await lines.next()).value ?? undefined;
  for (let first = await next(); first; first = await next()) {
    if (first.content.trim() === '') continue;
    const scanner = new RecordScanner(delimiter);
    const taken = [first];
    let result = scanner.take(first);
    while (result === 'open') {
      const line = scanner.length > LONGEST_RECORD ? undefined : await next();
      if (!line) result = 'quote-not-closed';
      else {
        taken.push(line);
        result = scanner.take(line);
      }
    }
    if (result === 'complete') yield { line: first.number, lastLine: lineAfter(taken), fields: scanner.fields };
    else {
      again = [...taken.slice(1), ...again];
      yield { line: first.number, lastLine: first.number, fields: [], problem: result };
    }
  }
}

function lineAfter(taken: readonly Line[]): number {
  return taken.at(-1)?.number ?? 0;
}

class RecordScanner {
  readonly fields: string[] = [];
  length = 0;
  readonly #delimiter: string;
  #value = '';
  #quoted = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  take({ content, ending }: Line): 'complete' | 'open' | CsvProblem {
    this.length += content.length;
    let at = 0;
    for (;;) {
      if (!this.#quoted && content[at] === '"') {
        this.#quoted = true;
        this.#value = '';
        at += 1;
      } else if (!this.#quoted) {
        const end = content.indexOf(this.#delimiter, at);
        this.fields.push(content.slice(at, end < 0 ? undefined : end));
        if (end < 0) return 'complete';
        at = end + 1;
      }
      if (!this.#quoted) continue;

      const quote = content.indexOf('"', at);
      this.#value += content.slice(at, quote < 0 ? undefined : quote);
      if (quote < 0) {
        this.#value += ending;
        return 'open';
      }
      at = quote + 1;
      if (content[at] === '"') {
        this.#value += '"';
        at += 1;
        continue;
      }
      this.#quoted = false;
      this.fields.push(this.#value);
      while (content[at] === ' ') at += 1;
      if (at >= content.length) return 'complete';
      if (content[at] !== this.#delimiter) return 'text-after-quote';
      at += 1;
    }
  }
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  for await (const chunk of text) {
    const whole = rest + chunk;
    let from = 0;
    for (const { 0: ending, index } of whole.matchAll(/\r\n|\n|\r/g)) {
      // A carriage return at the very end may be half of a line end.
      if (ending === '\r' && index === whole.length - 1) break;
      yield { number: ++number, content: whole.slice(from, index), ending };
      from = index + ending.length;
    }
    rest = whole.slice(from);
  }
  const content = rest.replace(/\r$/, '');
  if (content !== '') yield { number: ++number, content, ending: '\n' };
}
