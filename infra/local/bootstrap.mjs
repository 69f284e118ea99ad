// The first step of `npm start`, `npm run cluster` and `npm test`. It needs nothing but an old Node (18 or newer): it installs what the
// repository uses, provides the Temporal programs, and goes on under the repository's own Node.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildClusterPrograms } from './bootstrap/cluster-programs.mjs';
import { installPackages, packagesAreInstalled } from './bootstrap/packages.mjs';
import { launch } from './bootstrap/launch.mjs';
import { root } from './bootstrap/repository.mjs';
import { Refusal, say } from './bootstrap/saying.mjs';
import { installSchemathesis } from './bootstrap/schemathesis.mjs';
import { runTogether } from './bootstrap/steps.mjs';
import { buildTemporalCli, downloadBySdk, missingPrograms, unpackTestServer } from './bootstrap/temporal-programs.mjs';

const MAINS = {
  start: ['infra/local/start.main.ts'],
  cluster: ['infra/local/start.main.ts', '--cluster'],
  test: ['infra/local/test.main.ts'],
  'test:deep': ['infra/local/test-deep.main.ts'],
  chaos: ['test/chaos/chaos.main.ts'],
};

async function main([what, ...args]) {
  const [file, ...own] = MAINS[what] ?? [];
  if (!file)
    throw new Refusal(
      `用法：npm start、npm run cluster、npm run chaos、npm test 或 npm run test:deep`,
      `Say "npm start", "npm run cluster", "npm run chaos", "npm test" or "npm run test:deep", not "${what ?? ''}".`,
    );
  if (Number(process.versions.node.split('.')[0]) < 18) {
    throw new Refusal(
      `Node ${process.versions.node} 太旧，请安装 18 或更新版本。`,
      `Node ${process.versions.node} is too old: install 18 or newer.`,
    );
  }
  const missing = missingPrograms(what);
  await runTogether([
    ...(packagesAreInstalled() ? [] : [installPackages()]),
    ...(what === 'cluster' ? buildClusterPrograms() : []),
    ...(missing.includes('temporal') ? buildTemporalCli() : []),
    ...(missing.includes('temporal-test-server') ? unpackTestServer() : []),
    ...(what.startsWith('test') ? installSchemathesis() : []),
  ]);
  const still = missingPrograms(what);
  if (still.length > 0) await runTogether(still.map(downloadBySdk));
  const node = join(root, 'node_modules', 'node', 'bin', 'node');
  if (!existsSync(join(root, file)))
    throw new Refusal(`缺少文件 ${file}`, `The file ${file} is missing: this clone is not whole.`);
  process.exitCode = await launch(node, [join(root, file), ...own, ...args]);
}

main(process.argv.slice(2)).catch((error) => {
  if (!(error instanceof Refusal)) throw error;
  say(error.chinese, error.message);
  process.exitCode = error.exitCode;
});
