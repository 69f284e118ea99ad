import { CLUSTER_PROGRAMS, commandOnPath, findClusterPrograms } from './cache.mjs';
import { machineEnvironment } from './repository.mjs';
import { Refusal } from './saying.mjs';
import { lastLines, runCommand } from './steps.mjs';
import { placeProgram } from './temporal-programs.mjs';

/**
 * The step that builds the production Temporal server, its schema tool and its Web UI from their Go modules, unless
 * the cache holds them or TEMPORAL_ADDRESS names a server from elsewhere.
 *
 * @throws Refusal when there is no Go on the PATH
 */
export function buildClusterPrograms() {
  if (process.env.TEMPORAL_ADDRESS || findClusterPrograms()) return [];
  const go = commandOnPath('go');
  if (!go) {
    throw new Refusal(
      '没有 Go：请安装 1.26 以上版本（用于编译 Temporal 集群），或用 TEMPORAL_ADDRESS=主机:端口 指定一个。',
      'There is no Go on the PATH. Install 1.26 or newer (the Temporal cluster is built with it), or name a server: TEMPORAL_ADDRESS=host:port npm run cluster',
    );
  }
  return [
    {
      name: 'go install temporal cluster',
      chinese: '编译 Temporal 生产版服务器和界面（仅首次，约 6 分钟）……',
      english: 'Building the production Temporal server and its UI (once, about 6 minutes) ...',
      async run(signal) {
        for (const program of Object.values(CLUSTER_PROGRAMS)) await build(go, program, signal);
      },
    },
  ];
}

async function build(go, { name, module, built }, signal) {
  try {
    await placeProgram(
      name,
      async (folder) => {
        const env = { ...machineEnvironment(), GOBIN: folder, GOFLAGS: '' };
        await runCommand('nice', ['-n', '10', go, 'install', module], { cwd: folder, env, signal });
      },
      built,
    );
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Refusal(
      `编译失败：${module}。`,
      `"go install ${module}" did not work:\n    ${lastLines(error.output || error.message, 8)}`,
    );
  }
}
