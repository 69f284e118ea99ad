import { setTimeout as pause } from 'node:timers/promises';
import { readDatabaseCounters, type DatabaseCounters } from './database-counters.ts';
import { usedBy } from './process-meter.ts';

/** What was used between two readings. */
export interface Used {
  /** Milliseconds of processor time of each process, by name; its descendants included. */
  readonly cpu: Readonly<Record<string, number>>;
  readonly commits: number;
  readonly wal: number;
}

/** So long PostgreSQL's sessions take to tell what they have counted, once they rest. */
const COUNTED_AFTER = 1_100;

/** Reads what processes and a database have used from now on, until it is read. */
export async function startMeter(
  processes: Readonly<Record<string, number>>,
  databaseUrl?: string,
): Promise<{ read(): Promise<Used> }> {
  const before = cpuOf(processes);
  const counted = await countersOf(databaseUrl);
  return {
    async read() {
      const cpu = Object.fromEntries(
        Object.entries(cpuOf(processes)).map(([name, ticks]) => [name, ticks - (before[name] ?? 0)]),
      );
      if (databaseUrl !== undefined) await pause(COUNTED_AFTER);
      const now = await countersOf(databaseUrl);
      return { cpu, commits: now.commits - counted.commits, wal: now.wal - counted.wal };
    },
  };
}

function cpuOf(processes: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(processes).map(([name, pid]) => [name, usedBy(pid).cpu]));
}

async function countersOf(databaseUrl: string | undefined): Promise<Omit<DatabaseCounters, 'bytes'>> {
  return databaseUrl === undefined ? { commits: 0, wal: 0 } : readDatabaseCounters(databaseUrl);
}
