import { readdirSync, readFileSync } from 'node:fs';

/** What a process and its descendants have used. */
export interface ProcessUse {
  /** Milliseconds of processor time, of all that ever ran and were waited for. */
  readonly cpu: number;
  /** Bytes of memory in use now, shared pages counted once for each process. */
  readonly memory: number;
}

/** Linux counts processor time in hundredths of a second for every program (`man 5 proc`, USER_HZ). */
const MILLISECONDS_OF_A_TICK = 10;
const BYTES_OF_A_KB = 1_024;

interface Seen {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

/** What a process and its living descendants use, and what their dead children have used. Zero for one that is gone. */
export function usedBy(pid: number): ProcessUse {
  const family = familyOf(pid);
  return {
    cpu: sum(family.map(({ ticks }) => ticks)) * MILLISECONDS_OF_A_TICK,
    memory: sum(family.map((member) => memoryOf(member.pid))),
  };
}

/** The most memory that a process itself has ever had, in bytes; descendants not counted. */
export function peakMemoryOf(pid: number): number {
  return kilobytesOf(pid, 'VmHWM') * BYTES_OF_A_KB;
}

/** The process that began this one; the postmaster of a backend, for one. */
export function parentOf(pid: number): number {
  return seeProcess(pid)?.parent ?? 0;
}

function familyOf(pid: number): Seen[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => seeProcess(Number(name)) ?? []);
  const family = all.filter((one) => one.pid === pid);
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member.pid));
  return family;
}

function seeProcess(pid: number): Seen | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // utime, stime, cutime, cstime are fields 14 to 17 of the line, `man 5 proc`.
    const ticks = sum(rest.slice(9, 13).map(Number));
    return { pid, parent: Number(parent), ticks };
  } catch {
    return undefined;
  }
}

function memoryOf(pid: number): number {
  return kilobytesOf(pid, 'VmRSS') * BYTES_OF_A_KB;
}

function kilobytesOf(pid: number, name: string): number {
  try {
    const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm'));
    return Number(line?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
