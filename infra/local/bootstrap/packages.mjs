import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOnPath } from './cache.mjs';
import { machineEnvironment, root } from './repository.mjs';
import { Refusal } from './saying.mjs';
import { lastLines, runCommand } from './steps.mjs';

const GIGABYTE = 1024 ** 3;
const NEEDED = 1.5 * GIGABYTE;

const modules = join(root, 'node_modules');
const stamp = join(modules, '.hotline-installed');
const node = join(modules, 'node', 'bin', 'node');

/** Whether node_modules holds what the lock file says, installed to the end. */
export function packagesAreInstalled() {
  if (!existsSync(node)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest()) return true;
  if (!installedByHand()) return false;
  writeFileSync(stamp, lockDigest());
  return true;
}

/** The step that installs the packages; the stamp is written last, so an interrupted install is done again. */
export function installPackages() {
  return {
    name: 'npm ci',
    chinese: '安装依赖（首次约 1 至 3 分钟）……',
    english: 'Installing packages (the first time 1 to 3 minutes) ...',
    async run(signal) {
      if (!commandOnPath('npm'))
        throw new Refusal(
          '找不到 npm，请安装（随 Node 一起提供）。',
          'There is no npm on the PATH. Install it: it comes with Node.',
        );
      checkDisk();
      const release = takeInstallLock();
      try {
        rmSync(stamp, { force: true });
        const args = ['ci', '--no-audit', '--no-fund', '--no-progress'];
        await runCommand('npm', args, { cwd: root, env: machineEnvironment(), signal });
      } catch (error) {
        throw signal.aborted ? error : explained(error);
      } finally {
        release();
      }
      if (!existsSync(node)) {
        throw new Refusal(
          'npm 未运行安装脚本：请执行 npm config delete ignore-scripts 后重试。',
          'npm did not run the install scripts, so the packages are not whole. Run "npm config delete ignore-scripts", and try again.',
        );
      }
      writeFileSync(stamp, lockDigest());
    },
  };
}

function lockDigest() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** npm writes what it installed, when it is done, into a lock file of its own: a person's `npm install` counts too. */
function installedByHand() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, { version, link, optional }]) =>
        !path.startsWith('node_modules/') || link || optional || present[path]?.version === version,
    );
  } catch {
    return false;
  }
}

function checkDisk() {
  if (typeof statfsSync !== 'function') return;
  const { bavail, bsize } = statfsSync(root);
  const free = bavail * bsize;
  if (free < NEEDED) {
    const found = `${(free / GIGABYTE).toFixed(1)} GB`;
    throw new Refusal(
      `磁盘空间不足：剩余 ${found}，安装需要 1.5 GB。`,
      `The disk has ${found} left, the install needs 1.5 GB. Free some and try again.`,
    );
  }
}

/** Two installs into one folder would destroy each other. */
function takeInstallLock() {
  const file = join(root, '.data', 'installing');
  mkdirSync(join(root, '.data'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = Number(readFileSync(file, 'utf8'));
      if (isRunning(holder))
        throw new Refusal(
          `另一个安装正在进行（进程 ${holder}），请等它结束。`,
          `Another install is under way (process ${holder}). Wait until it is done and try again.`,
        );
      rmSync(file, { force: true });
    }
  }
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const REASONS = [
  [/ENOSPC/, '磁盘已满，请清理后重试。', 'The disk is full. Free some space and try again.'],
  [
    /EACCES|EPERM/,
    '没有写入权限：请检查仓库文件夹和 npm 缓存的所有者。',
    'npm may not write: check who owns this folder and the npm cache (npm config get cache).',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ERR_SOCKET|network/i,
    '无法连接 npm 软件源：请检查网络或代理（npm config get registry）后重试。',
    'The package registry cannot be reached. Check the network or the proxy (npm config get registry) and try again.',
  ],
  [
    /CERT|SELF_SIGNED/,
    '软件源的证书不受信任：请设置 npm config set cafile。',
    'The certificate of the package registry is not trusted. Set it: npm config set cafile FILE',
  ],
  [
    /EUSAGE|in sync/,
    'package.json 与 package-lock.json 不一致：请运行 npm install。',
    'package.json and package-lock.json do not agree. Run "npm install" and try again.',
  ],
];

function explained(error) {
  if (error instanceof Refusal) return error;
  const output = lastLines(error.output);
  const [, chinese, english] = REASONS.find(([pattern]) => pattern.test(error.output || '')) || [
    undefined,
    `安装失败。`,
    `The install failed: ${error.message}.`,
  ];
  return new Refusal(chinese, `${english}${output ? `\n    ${output}` : ''}`);
}
