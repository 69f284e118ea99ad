import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { Connection } from '@temporalio/client';
import type { Calibrator } from './calibration.ts';
import type { BenchHouse } from '../house/bench-house.ts';
import { askDatabase } from './database-counters.ts';

/** What the numbers were measured on. */
export interface MachineFacts {
  /** An instant. */
  readonly at: string;
  readonly commit: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly kernel: string;
  readonly node: string;
  readonly postgres: string;
  readonly temporal: string;
  /** Processes waiting for a processor, over the minute before. */
  readonly load: number;
  /** Commits a second by one session, each flushed to disk. */
  readonly commitsPerSecond: number;
  /** Milliseconds of the calibration's fixed piece of computing. */
  readonly computingMs: number;
}

/** Reads what is known of the machine and of the programs. */
export async function readMachineFacts(house: BenchHouse, calibrator: Calibrator): Promise<MachineFacts> {
  const load = loadavg()[0] ?? 0;
  const { computing, commits } = await calibrator.measure();
  const [database] = await askDatabase<{ version: string }>(
    house.postgres.url,
    "select current_setting('server_version') as version",
  );
  return {
    at: new Date().toISOString(),
    commit: commitOfTree(),
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1_000_000_000),
    kernel: release(),
    node: process.versions.node,
    postgres: database?.version ?? 'unknown',
    temporal: await temporalVersion(house),
    load: Math.round(load * 100) / 100,
    commitsPerSecond: Math.round(commits),
    computingMs: Math.round(computing * 10) / 10,
  };
}

async function temporalVersion(house: BenchHouse): Promise<string> {
  const server = await house.startTemporal();
  try {
    const connection = await Connection.connect({ address: server.address });
    const { serverVersion } = await connection.workflowService.getSystemInfo({});
    await connection.close();
    return serverVersion;
  } finally {
    await server.stop();
  }
}

/** The commit that was measured, `+` after it when the tree held more. */
function commitOfTree(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+');
  } catch {
    return 'unknown';
  }
}
