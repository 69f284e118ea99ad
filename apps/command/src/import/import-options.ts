import { parseArgs } from 'node:util';
import { REQUEST_KINDS, URGENCIES, type RequestKind, type Urgency } from '@hotline/domain';
import { CommandError } from '../command-error.ts';
import { UNSORTED_CATEGORY } from '../seed/categories.ts';
import { DEFAULT_COLUMNS, type ColumnNames } from './request-row.ts';
import { ENCODINGS, type Encoding } from './text-file.ts';

/** What is to be imported, and as what. */
export interface ImportOptions {
  readonly file: string;
  readonly columns: ColumnNames;
  readonly required: readonly (keyof ColumnNames)[];
  readonly delimiter: string;
  readonly encoding?: Encoding;
  readonly kind: RequestKind;
  readonly urgency: Urgency;
  readonly categoryId: string;
  readonly source: string;
  /** The user name of who registers; the first shift leader when absent. */
  readonly as?: string;
  readonly dryRun: boolean;
}

const OPTIONS = {
  id: { type: 'string' },
  title: { type: 'string' },
  text: { type: 'string' },
  'asked-at': { type: 'string' },
  delimiter: { type: 'string', default: ',' },
  encoding: { type: 'string' },
  kind: { type: 'string', default: 'help' },
  urgency: { type: 'string', default: 'ordinary' },
  category: { type: 'string', default: UNSORTED_CATEGORY },
  source: { type: 'string', default: 'import' },
  as: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

/** Reads the command line. @throws CommandError, or TypeError for an option that does not exist */
export function readImportOptions(args: readonly string[]): ImportOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new CommandError('请指定一个 CSV 文件。', 'Name one CSV file: npm run import -- FILE.csv');
  const askedAt = values['asked-at'];
  const { id, title, text } = DEFAULT_COLUMNS;
  return {
    file,
    columns: {
      id: values.id ?? id,
      title: values.title ?? title,
      text: values.text ?? text,
      askedAt: askedAt ?? DEFAULT_COLUMNS.askedAt,
    },
    required: askedAt === undefined ? ['id', 'title', 'text'] : ['id', 'title', 'text', 'askedAt'],
    delimiter: delimiterOf(values.delimiter),
    ...(values.encoding === undefined ? {} : { encoding: oneOf('encoding', ENCODINGS, values.encoding.toLowerCase()) }),
    kind: oneOf('kind', REQUEST_KINDS, values.kind),
    urgency: oneOf('urgency', URGENCIES, values.urgency),
    categoryId: values.category,
    source: values.source,
    ...(values.as === undefined ? {} : { as: values.as }),
    dryRun: values['dry-run'],
  };
}

function delimiterOf(given: string): string {
  const delimiter = given === 'tab' ? '\t' : given;
  if (delimiter.length === 1 && delimiter !== '"') return delimiter;
  throw new CommandError('--delimiter 应为一个字符或 tab。', '--delimiter is one character, or tab.');
}

function oneOf<Value extends string>(option: string, values: readonly Value[], given: string): Value {
  const found = values.find((value) => value === given);
  if (found !== undefined) return found;
  const choices = values.join(', ');
  throw new CommandError(`--${option} 应为：${choices}。`, `--${option} is one of ${choices}, not ${given}.`);
}
