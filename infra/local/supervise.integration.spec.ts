import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { anyFreePort, freePortFrom, isPortFree } from '../processes/free-port.ts';
import { identityOf, isAlive } from '../processes/process-identity.ts';
import { lockInstance } from './instance-lock.ts';
import { logFile } from './log-file.ts';
import type { CannotRun } from './saying.ts';
import { SupervisedPart, type Part } from './supervise.ts';

const folder = mkdtempSync(join(tmpdir(), 'hotline-supervise-'));
const children: ChildProcess[] = [];
beforeAll(() => void jest.spyOn(console, 'log').mockImplementation(() => undefined));
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function run(script: string, detached = false): ChildProcess {
  const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore', detached });
  children.push(child);
  return child;
}

function part(script: string): Part {
  return {
    name: 'part',
    title: 'Part',
    spawn: (stdio) => spawn(process.execPath, ['-e', script], { stdio, detached: true }),
    untilReady: (signal) => sleep(300, undefined, { signal }),
    ending: { signal: 'SIGTERM', patience: 1_000 },
  };
}

async function supervision(name: string, giveUp: (reason: CannotRun) => void = () => undefined) {
  const home = join(folder, name);
  const lock = await lockInstance(home);
  const partPid = (): number | undefined => {
    const { parts } = JSON.parse(readFileSync(join(home, 'lock.json'), 'utf8')) as {
      parts: Record<string, { pid: number }>;
    };
    return parts['part']?.pid;
  };
  return { home, partPid, needs: { lock, giveUp, logOf: (log: string) => logFile(join(home, 'log'), log) } };
}

describe('a part under supervision', () => {
  it('is started again when it dies, and not when it is stopped', async () => {
    const { needs, partPid } = await supervision('again');
    const supervised = new SupervisedPart(part('setInterval(() => 0, 1000)'), needs);
    await supervised.start(new AbortController().signal);
    const first = partPid() ?? 0;
    process.kill(first, 'SIGKILL');
    while (partPid() === undefined || partPid() === first) await sleep(50);
    const second = identityOf(partPid() ?? 0);
    expect(second).toBeDefined();
    await supervised.stop();
    expect(second && isAlive(second)).toBe(false);
    expect(partPid()).toBeUndefined();
  });

  it('that does not stay up ends everything with the last lines of its log', async () => {
    const { needs } = await supervision('never');
    const supervised = new SupervisedPart(part(`console.error('no such table'); process.exit(3)`), needs);
    await expect(supervised.start(new AbortController().signal)).rejects.toThrow(/exit code 3.*\n.*no such table/);
  });

  it('is ended in the middle of its start, also when it does not listen', async () => {
    const { needs, partPid } = await supervision('stubborn');
    const stop = new AbortController();
    const supervised = new SupervisedPart(part(`process.on('SIGTERM', () => 0); setInterval(() => 0, 1000)`), needs);
    const starting = supervised.start(stop.signal);
    while (partPid() === undefined) await sleep(20);
    const identity = identityOf(partPid() ?? 0);
    stop.abort(new Error('stopped by a person'));
    await expect(starting).rejects.toThrow('stopped by a person');
    await supervised.stop();
    expect(identity && isAlive(identity)).toBe(false);
  });
});

describe('the lock of a data folder', () => {
  it('refuses a second start while the first runs, and says where it is', async () => {
    const home = join(folder, 'twice');
    const lock = await lockInstance(home);
    lock.setAddress('http://localhost:12345');
    await expect(lockInstance(home)).rejects.toThrow(`process ${process.pid}) http://localhost:12345`);
    lock.release();
    (await lockInstance(home)).release();
  });

  it('recognises a lock whose process is gone, ends what that left and nothing else', async () => {
    const home = join(folder, 'stale');
    const gone = run('0');
    await once(gone, 'exit');
    const [left, stranger] = [run('setInterval(() => 0, 1000)', true), run('setInterval(() => 0, 1000)')];
    const [ours, theirs] = [identityOf(left.pid ?? 0), identityOf(stranger.pid ?? 0)];
    const before = await lockInstance(home);
    before.release();
    const parts = { api: ours, worker: { pid: stranger.pid, born: 'another boot:1' } };
    writeFileSync(
      join(home, 'lock.json'),
      JSON.stringify({ supervisor: { pid: gone.pid, born: 'another boot:1' }, parts }),
    );
    const lock = await lockInstance(home);
    expect(ours && isAlive(ours)).toBe(false);
    expect(theirs && isAlive(theirs)).toBe(true);
    lock.release();
  });

  it('recognises a lock that a crash left half written', async () => {
    const home = join(folder, 'half');
    (await lockInstance(home)).release();
    writeFileSync(join(home, 'lock.json'), '{"superv');
    const lock = await lockInstance(home);
    await expect(lockInstance(home)).rejects.toThrow('already running');
    lock.release();
  });
});

describe('ports', () => {
  it('passes over a port that is taken, on one address or on all, or given already', async () => {
    const port = await anyFreePort();
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect(await isPortFree(port)).toBe(false);
    const next = await freePortFrom(port);
    expect(next).toBeGreaterThan(port);
    expect(await freePortFrom(port, new Set([next]))).toBeGreaterThan(next);
    server.close();
  });
});
