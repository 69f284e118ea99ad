import { resolve } from 'node:path';
import { CommandError } from '../command-error.ts';
import { callerFolder } from '../house/command.configuration.ts';
import { withDatabase } from '../house/with-database.ts';
import { importRequests, type ImportCounts, type ImportSteps } from './import-requests.ts';
import { readImportOptions, type ImportOptions } from './import-options.ts';
import { Progress } from './progress.ts';
import { readRequests } from './read-requests.ts';
import { openRegistrar } from './registrar.ts';
import { describeProblem } from './row-problem.ts';
import { inspectTextFile, textOf, type TextFile } from './text-file.ts';

/** Registrations at once; each holds two connections for a moment. */
const PARALLEL = 8;
const CONNECTIONS = 2 * PARALLEL + 2;

/** Exit code 0: every row is there; 2: some rows were refused, the others are there; 1: it could not be done. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readImportOptions(args);
  const file = await inspectTextFile(resolve(callerFolder(), options.file), options.encoding);
  console.log(`${file.path}  ${file.encoding}`);
  const began = performance.now();
  const counts = options.dryRun
    ? await importFile(file, options, () => Promise.resolve({ result: 'imported' }))
    : await withDatabase(async (orm) => importFile(file, options, await openRegistrar(orm, options)), CONNECTIONS);
  console.log(summary(counts, options.dryRun, (performance.now() - began) / 1_000));
  return counts.refused === 0 ? 0 : 2;
}

/** Reads the file and registers its requests, saying each bad row on the error output as it comes. */
export async function importFile(
  file: TextFile,
  options: Pick<ImportOptions, 'columns' | 'required' | 'delimiter'>,
  register: ImportSteps['register'],
  now = new Date().toISOString(),
): Promise<ImportCounts> {
  const progress = new Progress(file.size);
  const rows = readRequests(
    textOf(file, (bytes) => progress.bytes(bytes)),
    { ...options, now },
  );
  let latest: ImportCounts | undefined;
  try {
    const steps: ImportSteps = {
      register,
      refused: ({ line, lastLine }, problem) => {
        progress.pause();
        const [lines, { chinese, english }] = [
          line === lastLine ? `${line}` : `${line}–${lastLine}`,
          describeProblem(problem),
        ];
        console.error(`✗ 第 ${lines} 行：${chinese}  line ${lines}: ${english}`);
      },
      progress: (counts) => {
        latest = { ...counts };
        progress.rows(counts);
      },
    };
    return await importRequests(rows, steps, PARALLEL);
  } catch (cause) {
    if (cause instanceof CommandError) throw cause;
    throw new CommandError(
      `导入中断，已导入 ${latest?.imported ?? 0} 行。排除原因后再运行一次，已有的不会重复。`,
      `The import broke off after ${latest?.imported ?? 0} rows: ${cause instanceof Error ? cause.message : String(cause)}. Run it again: nothing is registered twice.`,
      { cause },
    );
  } finally {
    progress.pause();
  }
}

function summary({ read, imported, alreadyThere, refused }: ImportCounts, dryRun: boolean, seconds: number): string {
  const [chinese, english] = dryRun ? ['可导入', 'to import'] : ['导入', 'imported'];
  return (
    `读取 ${read} 行：${chinese} ${imported}，已有 ${alreadyThere}，拒绝 ${refused}（${seconds.toFixed(1)} 秒）  ` +
    `${read} rows read: ${imported} ${english}, ${alreadyThere} already there, ${refused} refused`
  );
}
