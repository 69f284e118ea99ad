import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandOnPath, findSchemathesis, SCHEMATHESIS_REQUIREMENTS, schemathesisFolder } from './cache.mjs';
import { machineEnvironment } from './repository.mjs';
import { say } from './saying.mjs';
import { lastLines, runCommand } from './steps.mjs';

/**
 * The step that installs Schemathesis, at the versions of its requirements file, into a folder of the cache: where it
 * is missing and there is a python3. It fails softly: the one suite that needs it says so.
 */
export function installSchemathesis() {
  const python = commandOnPath('python3');
  if (!python || findSchemathesis() || !existsSync(SCHEMATHESIS_REQUIREMENTS)) return [];
  return [
    {
      name: 'schemathesis',
      chinese: '安装 Schemathesis（仅首次，约 1 分钟）……',
      english: 'Installing Schemathesis (once, about a minute) ...',
      async run(signal) {
        const folder = schemathesisFolder();
        mkdirSync(dirname(folder), { recursive: true });
        const making = mkdtempSync(`${folder}-making-`);
        try {
          // A folder of packages needs no virtual environment, which Debian keeps in a package of its own.
          const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--target'];
          const args = [...pip, join(making, 'packages'), '--requirement', SCHEMATHESIS_REQUIREMENTS];
          await runCommand(python, args, { cwd: making, env: machineEnvironment(), signal });
          if (!findSchemathesis()) renameSync(join(making, 'packages'), folder);
        } catch (error) {
          if (signal.aborted) throw error;
          say(
            'Schemathesis 未能安装，相应的测试将失败。',
            `Schemathesis could not be installed, its suite will fail:\n    ${lastLines(error.output || error.message, 5)}`,
          );
        } finally {
          rmSync(making, { recursive: true, force: true });
        }
      },
    },
  ];
}
