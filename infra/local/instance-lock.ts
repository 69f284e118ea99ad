import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess } from '../processes/ending.ts';
import { identityOf, isAlive, type ProcessIdentity } from '../processes/process-identity.ts';
import { CannotRun, say } from './saying.ts';

interface LockContent {
  readonly supervisor: ProcessIdentity;
  readonly parts: Record<string, ProcessIdentity>;
  readonly address?: string;
}

/** The right to run on a data folder, and the list of processes started there. */
export interface InstanceLock {
  /** Remembers a part's process, so that the next start can end it if this supervisor is killed. */
  record(part: string, pid: number): void;
  forget(part: string): void;
  /** The address to tell a person who starts it a second time. */
  setAddress(address: string): void;
  release(): void;
}

/**
 * Takes the data folder for this process. What a killed supervisor left running there is ended first: only processes
 * that are still the very ones it started.
 *
 * @throws CannotRun when another supervisor is at work on the folder
 */
export async function lockInstance(folder: string): Promise<InstanceLock> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock.json');
  const self = identityOf(process.pid);
  if (!self) throw new Error('This machine does not tell when a process began (neither /proc nor ps).');
  let content: LockContent = { supervisor: self, parts: {} };
  while (!place(file, content)) {
    const found = read(file);
    if (found && isAlive(found.supervisor)) throw refusal(found, folder);
    if (takeAway(file) && found) await endLeftovers(found);
  }
  const change = (next: LockContent): void => {
    content = next;
    writeWhole(file, content);
  };
  return {
    record(part, pid) {
      const identity = identityOf(pid);
      if (identity) change({ ...content, parts: { ...content.parts, [part]: identity } });
    },
    forget(part) {
      const { [part]: _ended, ...parts } = content.parts;
      change({ ...content, parts });
    },
    setAddress: (address) => change({ ...content, address }),
    release: () => rmSync(file, { force: true }),
  };
}

function refusal({ supervisor, address }: LockContent, folder: string): CannotRun {
  const where = address === undefined ? '' : ` ${address}`;
  return new CannotRun(
    `系统已在运行（进程 ${supervisor.pid}）${where}。请在那里按 Ctrl-C 停止，或用 npm start -- --data 另一目录。`,
    `The system is already running on ${folder} (process ${supervisor.pid})${where}. Press Ctrl-C there, or choose another folder: npm start -- --data FOLDER`,
  );
}

async function endLeftovers({ parts }: LockContent): Promise<void> {
  const alive = Object.entries(parts).filter(([, identity]) => isAlive(identity));
  if (alive.length === 0) return;
  const names = alive.map(([name]) => name).join(', ');
  say(`上次未正常结束，先停止遗留进程：${names}`, `the last run was killed; ending what it left: ${names}`);
  const patience = 15_000;
  await Promise.all(
    alive.map(([name, identity]) => endProcess(identity, name === 'postgres' ? 'SIGINT' : 'SIGTERM', patience)),
  );
}

/** Puts the file there with all its content at once, or says that there is one. */
function place(file: string, content: LockContent): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(content));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Only one of several that find a stale lock takes it away. */
function takeAway(file: string): boolean {
  const own = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, own);
    rmSync(own, { force: true });
    return true;
  } catch {
    return false;
  }
}

function read(file: string): LockContent | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockContent;
  } catch {
    return undefined;
  }
}

function writeWhole(file: string, content: LockContent): void {
  const next = `${file}.next`;
  writeFileSync(next, JSON.stringify(content));
  renameSync(next, file);
}
