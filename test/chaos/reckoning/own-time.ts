import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Jiffies of a second, on every Linux of today. */
const TICKS = 100;
/** Also a machine that is all somebody else's gives a little. */
const LEAST_SHARE = 0.05;

/**
 * Time as it would pass if nothing else ran on this machine: an instant in which other programs take three quarters of its
 * processors counts a quarter. So a limit means the same on a quiet machine and on one that others work on. Where there
 * is no /proc, it is the clock's time.
 */
export class OwnTime {
  #seen = look();
  #at = performance.now();
  #passed = 0;
  /** What this program and its children had of the machine, or could have had, since the last look; 1 is all of it. */
  share = 1;

  /** Milliseconds of own time since the beginning. Look often: between two looks it is even. */
  get passed(): number {
    const [seen, at] = [look(), performance.now()];
    const span = at - this.#at;
    if (span < 200) return this.#passed + span * this.share;
    if (seen && this.#seen) {
      const others = Math.max(0, seen.all - this.#seen.all - (seen.own - this.#seen.own));
      const whole = (span / 1_000) * TICKS * availableParallelism();
      this.share = Math.max(LEAST_SHARE, 1 - others / whole);
    }
    [this.#seen, this.#at] = [seen, at];
    this.#passed += span * this.share;
    return this.#passed;
  }
}

interface Seen {
  /** Jiffies that all programs ran, and of them this one's and its descendants'. */
  readonly all: number;
  readonly own: number;
}

function look(): Seen | undefined {
  try {
    const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
    const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0, steal = 0] = line.split(/\s+/).slice(1).map(Number);
    return { all: user + nice + system + irq + soft + steal, own: jiffiesOfOwn() };
  } catch {
    return undefined;
  }
}

/** Also of children that have ended: their parent keeps the sum. */
function jiffiesOfOwn(): number {
  const children = new Map<number, { readonly parent: number; readonly jiffies: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const jiffies = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
      children.set(Number(name), { parent: Number(fields[1]), jiffies });
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOwn = (pid: number): boolean => {
    for (let next = pid, depth = 0; next > 1 && depth < 20; next = children.get(next)?.parent ?? 0, depth++)
      if (next === process.pid) return true;
    return false;
  };
  return [...children].reduce((sum, [pid, { jiffies }]) => sum + (isOwn(pid) ? jiffies : 0), 0);
}
