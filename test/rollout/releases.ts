import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { anyFreePort } from '@hotline/infra';
import { bundle } from '../engine/engine.ts';

const WORKER = fileURLToPath(new URL('../../apps/worker/src/main.ts', import.meta.url));
const UP_WITHIN = 30_000;

/** The workflows of each release, by its name. */
const WORKFLOWS = {
  present: new URL('../../workflows/src/index.ts', import.meta.url),
  later: new URL('later-release.workflows.ts', import.meta.url),
  patched: new URL('patched-release.workflows.ts', import.meta.url),
  careless: new URL('careless-release.workflows.ts', import.meta.url),
} as const;

export type Release = keyof typeof WORKFLOWS;

/** Workers of several releases, each a process of its own as it is deployed. */
export class Releases {
  readonly #folder = mkdtempSync(join(tmpdir(), 'hotline-rollout-'));
  readonly #environment: Readonly<Record<string, string>>;
  readonly #workers = new Map<Release, ChildProcess>();

  /** @param environment where the database, Temporal and the mail server are */
  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
  }

  async build(): Promise<void> {
    for (const [name, workflows] of Object.entries(WORKFLOWS))
      writeFileSync(this.bundleOf(name as Release), await bundle(workflows));
  }

  bundleOf(release: Release): string {
    return join(this.#folder, `${release}.js`);
  }

  /** Starts a worker; returns when its metrics answer. */
  async deploy(release: Release): Promise<void> {
    const port = await anyFreePort();
    const own = { WORKFLOW_BUNDLE: this.bundleOf(release), METRICS_PORT: String(port), SHUTDOWN_GRACE_SECONDS: '2' };
    const worker = spawn(process.execPath, [WORKER], {
      env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'silent', ...this.#environment, ...own },
      stdio: 'ignore',
    });
    this.#workers.set(release, worker);
    const until = performance.now() + UP_WITHIN;
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/metrics`).catch(() => undefined);
      if (answer?.ok && (await answer.text()).includes('temporal_num_pollers')) return;
      if (performance.now() > until || worker.exitCode !== null) throw new Error(`the ${release} worker does not come`);
      await pause(100);
    }
  }

  /** Ends a worker as a deployment does; answers its exit code. */
  async retire(release: Release): Promise<number | null> {
    const worker = this.#workers.get(release);
    if (!worker) throw new Error(`no ${release} worker works`);
    this.#workers.delete(release);
    const ended = once(worker, 'exit');
    worker.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    return code;
  }

  /** How Temporal names the process in a history: `PID@HOST`. */
  identityOf(release: Release): string {
    return `${this.#workers.get(release)?.pid}@`;
  }

  close(): void {
    for (const worker of this.#workers.values()) worker.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
