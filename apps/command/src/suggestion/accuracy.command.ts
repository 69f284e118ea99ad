import { createHash } from 'node:crypto';
import { accuracyOf, type Accuracy, type LabelledRequest } from '@hotline/domain';
import { CommandError } from '../command-error.ts';
import { csvRecords } from '../import/csv-records.ts';
import { inspectTextFile, textOf } from '../import/text-file.ts';

const FOLDS = 5;

/**
 * Measures suggestions on a CSV file of requests with a known category (columns id, title, text, and category1 or the one
 * that is named): each fifth is held out once. Which fifth a row is in, its id alone says, so a run can be repeated.
 */
export async function run([file, column = 'category1']: readonly string[]): Promise<number> {
  if (!file)
    throw new CommandError(
      '请指定 CSV 文件：npm run suggest:accuracy -- FILE',
      'Name a CSV file: npm run suggest:accuracy -- FILE',
    );
  const requests = await labelledRequests(file, column);
  const folds = Array.from({ length: FOLDS }, (_, fold) => accuracyOf(requests, fold));
  const all = folds.reduce(add);
  console.log(
    `${requests.length} requests, ${new Set(requests.map(({ label }) => label)).size} labels, ${FOLDS} folds`,
  );
  for (const [fold, accuracy] of folds.entries()) console.log(lineOf(`fold ${fold}`, accuracy));
  console.log(lineOf('all    ', all));
  return 0;
}

async function labelledRequests(file: string, column: string): Promise<LabelledRequest[]> {
  const requests: LabelledRequest[] = [];
  let header: readonly string[] | undefined;
  for await (const { line, fields, problem } of csvRecords(textOf(await inspectTextFile(file)), ',')) {
    if (problem) throw new CommandError(`第 ${line} 行无法读取。`, `Line ${line} cannot be read: ${problem}.`);
    if (!header) header = fields;
    else requests.push(labelled(header, fields, column, line));
  }
  return requests;
}

function labelled(header: readonly string[], fields: readonly string[], column: string, line: number): LabelledRequest {
  const field = (name: string): string => fields[header.indexOf(name)] ?? '';
  const label = field(column);
  if (!label) throw new CommandError(`第 ${line} 行没有 ${column}。`, `Line ${line} has no ${column}.`);
  const fold = createHash('sha256').update(field('id')).digest().readUInt32BE() % FOLDS;
  return { title: field('title'), text: field('text'), label, fold };
}

function add(left: Accuracy, right: Accuracy): Accuracy {
  return {
    requests: left.requests + right.requests,
    first: left.first + right.first,
    amongThree: left.amongThree + right.amongThree,
    naiveFirst: left.naiveFirst + right.naiveFirst,
    naiveAmongThree: left.naiveAmongThree + right.naiveAmongThree,
  };
}

function lineOf(name: string, { requests, first, amongThree, naiveFirst, naiveAmongThree }: Accuracy): string {
  const share = (count: number): string => `${((100 * count) / Math.max(1, requests)).toFixed(1)} %`;
  return `${name}  held out ${requests}: first ${share(first)}, among three ${share(amongThree)}; most frequent first ${share(naiveFirst)}, among three ${share(naiveAmongThree)}`;
}
