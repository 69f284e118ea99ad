import type { RequestRow } from './request-row.ts';
import type { ReadRow } from './read-requests.ts';
import type { RowProblem } from './row-problem.ts';

/** What became of the rows of a file; `read` is the sum of the others. */
export interface ImportCounts {
  read: number;
  imported: number;
  alreadyThere: number;
  refused: number;
}

/** What registering one request came to. */
export type Registered = { readonly result: 'imported' | 'already-there' } | { readonly problem: RowProblem };

export interface ImportSteps {
  register(request: RequestRow): Promise<Registered>;
  refused(row: ReadRow, problem: RowProblem): void;
  progress(counts: Readonly<ImportCounts>): void;
}

/**
 * Registers the requests as they are read, `parallel` at a time; a bad row stops no other. An id that comes twice in the
 * file is registered once: the same content counts as already there, other content is refused.
 *
 * @throws what `register` throws for a reason that lies not in the row, once those under way have ended
 */
export async function importRequests(
  rows: AsyncIterable<ReadRow>,
  steps: ImportSteps,
  parallel: number,
): Promise<ImportCounts> {
  const counts: ImportCounts = { read: 0, imported: 0, alreadyThere: 0, refused: 0 };
  const seen = new Map<string, string>();
  const iterator = rows[Symbol.asyncIterator]();

  const refuse = (row: ReadRow, problem: RowProblem): void => {
    counts.refused += 1;
    steps.refused(row, problem);
  };
  async function take(row: ReadRow): Promise<void> {
    if (!row.request) return refuse(row, row.problem ?? { code: 'refused', reason: 'unreadable' });
    const content = JSON.stringify(row.request);
    const earlier = seen.get(row.request.id);
    if (earlier !== undefined && earlier !== content) return refuse(row, { code: 'other-content', id: row.request.id });
    if (earlier !== undefined) {
      counts.alreadyThere += 1;
      return;
    }
    seen.set(row.request.id, content);
    const registered = await steps.register(row.request);
    if ('problem' in registered) refuse(row, registered.problem);
    else if (registered.result === 'imported') counts.imported += 1;
    else counts.alreadyThere += 1;
  }
  async function work(): Promise<void> {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      counts.read += 1;
      await take(next.value);
      steps.progress(counts);
    }
  }

  const works = await Promise.allSettled(Array.from({ length: parallel }, work));
  const failed = works.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return counts;
}
