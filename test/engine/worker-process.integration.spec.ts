import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SEARCH_ATTRIBUTES, TASK_DIGEST_WORKFLOW } from '@hotline/contracts-process';
import { anyFreePort, createSuiteDatabase, startTemporalDevServer, type TestTemporalServer } from '@hotline/infra';
import { Client, Connection } from '@temporalio/client';
import { bundle } from './engine.ts';

const MAIN = fileURLToPath(new URL('../../apps/worker/src/main.ts', import.meta.url));

describe('the worker as a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-worker-'));
  let server: TestTemporalServer;
  let environment: Record<string, string>;
  let child: ChildProcess | undefined;
  let output = '';

  beforeAll(async () => {
    server = await startTemporalDevServer({ searchAttributes: SEARCH_ATTRIBUTES });
    writeFileSync(join(folder, 'workflow-bundle.js'), await bundle());
    environment = {
      DATABASE_URL: await createSuiteDatabase(),
      TEMPORAL_ADDRESS: server.address,
      SMTP_URL: 'smtp://127.0.0.1:9',
      PUBLIC_URL: 'http://hotline.example',
      METRICS_PORT: String(await anyFreePort()),
      WORKFLOW_BUNDLE: join(folder, 'workflow-bundle.js'),
      SHUTDOWN_GRACE_SECONDS: '1',
    };
  }, 60_000);
  afterEach(() => {
    child?.kill('SIGKILL');
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  function start(more: Record<string, string> = {}): ChildProcess {
    output = '';
    child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'] ?? '', ...environment, ...more } });
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return child;
  }
  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let turn = 0; turn < 300; turn++) {
      if (await holds()) return;
      await pause(100);
    }
    throw new Error(`waited in vain:\n${output}`);
  }
  const metrics = async (): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${environment['METRICS_PORT']}/metrics`).catch(() => undefined);
    return answer ? answer.text() : '';
  };

  it('waits for a Temporal that is down, then works, shows its metrics, and ends well when it is told to', async () => {
    await server.halt();
    const worker = start();
    await until(() => output.includes('cannot reach Temporal'));
    expect(await metrics()).toBe('');
    expect(worker.exitCode).toBeNull();
    await server.resume();
    await until(() => output.includes('the worker works'));
    await until(async () => (await metrics()).includes('temporal_worker_task_slots_available'));
    const connection = await Connection.connect({ address: server.address });
    const duty = new Client({ connection }).workflow.getHandle(TASK_DIGEST_WORKFLOW.id);
    await until(async () =>
      duty.describe().then(
        ({ status }) => status.name === 'RUNNING',
        () => false,
      ),
    );
    await connection.close();
    worker.kill('SIGTERM');
    const [exitCode] = await once(worker, 'exit');
    expect(exitCode).toBe(0);
    expect(output).toContain('the worker has ended');
  }, 90_000);

  it('ends at once when it is told to while it waits', async () => {
    const worker = start({ TEMPORAL_ADDRESS: `127.0.0.1:${await anyFreePort()}` });
    await until(() => output.includes('cannot reach Temporal'));
    const began = performance.now();
    worker.kill('SIGINT');
    const [exitCode] = await once(worker, 'exit');
    expect(exitCode).toBe(0);
    expect(performance.now() - began).toBeLessThan(5_000);
  }, 60_000);

  it('says what is wrong with its configuration, and does not start', async () => {
    const worker = start({ DATABASE_URL: '', METRICS_PORT: 'many' });
    const [exitCode] = await once(worker, 'exit');
    expect(exitCode).toBe(78);
    expect(output).toContain('DATABASE_URL is not set, and it has no default.');
    expect(output).toMatch(/METRICS_PORT is wrong: .+\./);
  }, 60_000);

  it('says so when its metrics have no port', async () => {
    const other = await fetchable();
    const worker = start({ METRICS_PORT: String(other.port) });
    const [exitCode] = await once(worker, 'exit');
    other.close();
    expect(exitCode).toBe(1);
    expect(output).toContain(`METRICS_PORT ${other.port}`);
  }, 60_000);

  async function fetchable(): Promise<{ port: number; close(): void }> {
    const { createServer } = await import('node:net');
    const taken = createServer().listen(0, '0.0.0.0');
    await once(taken, 'listening');
    const address = taken.address();
    return { port: typeof address === 'object' && address ? address.port : 0, close: () => taken.close() };
  }
});
