import { setTimeout as pause } from 'node:timers/promises';
import type { MailTrouble } from '@hotline/infra';
import type { FakeClock } from '../system/fake-clock.ts';
import type { SmallDisk } from '../system/small-disk.ts';
import type { StormSystem } from '../system/storm-system.ts';
import { nameOfFault, type Fault, type MailTroubleName } from './fault.ts';
import type { PlannedFault } from './schedule.ts';

const TROUBLES: Readonly<Record<Exclude<MailTroubleName, 'down'>, MailTrouble>> = {
  busy: { busy: true },
  refuse: { refuse: 'all' },
  slow: { slow: 3_000 },
  drop: { dropAfterData: true },
};

/** A fault that was there: from when to when, milliseconds since the epoch. */
export interface Fallen {
  readonly fault: Fault;
  readonly from: number;
  to: number;
}

export interface Sky {
  readonly system: StormSystem;
  readonly disk: SmallDisk | undefined;
  readonly clock: FakeClock | undefined;
  /** Told when a fault begins and ends. */
  readonly say: (what: string) => void;
}

/**
 * So long the SDK's core may take to notice that its connection to Temporal is dead (HTTP/2 keepalive, 30 + 15 s, which
 * cannot be set from TypeScript): until then the fault lasts.
 */
const UNNOTICED_BY_WORKER = 45_000;

/** Lets the faults fall. */
export class Weather {
  readonly fallen: Fallen[] = [];
  readonly skipped = new Set<string>();
  /** Whether everybody sends every request twice now. */
  twice = false;
  readonly #sky: Sky;
  /** How many faults hold the same thing: it is well again when the last of them has passed. */
  readonly #holding = new Map<string, number>();

  constructor(sky: Sky) {
    this.#sky = sky;
  }

  /** When the last fault had passed, milliseconds since the epoch; may lie ahead. */
  get calmFrom(): number {
    return Math.max(0, ...this.fallen.map(({ to }) => to));
  }

  /** Plays the schedule; resolves when the last fault has passed. @throws the signal's reason */
  async play(schedule: readonly PlannedFault[], signal: AbortSignal): Promise<void> {
    await Promise.all(
      schedule.map(async ({ at, lasts, fault }) => {
        await pause(at, undefined, { signal });
        await this.#fall(fault, lasts, signal);
      }),
    );
  }

  async #fall(fault: Fault, lasts: number, signal: AbortSignal): Promise<void> {
    const name = nameOfFault(fault);
    if ((fault.kind === 'disk' && !this.#sky.disk) || (fault.kind === 'clock' && !this.#sky.clock)) {
      this.skipped.add(name);
      this.#sky.say(`    ${name}: skipped, not possible on this machine`);
      return;
    }
    this.#sky.say(`  ✗ ${name} for ${(lasts / 1_000).toFixed(1)} s`);
    const fallen: Fallen = { fault, from: Date.now(), to: Number.POSITIVE_INFINITY };
    this.fallen.push(fallen);
    await this.#begin(fault);
    await pause(lasts, undefined, { signal });
    await this.#end(fault);
    fallen.to = isStaleWorker(fault) ? Math.max(Date.now(), fallen.from + UNNOTICED_BY_WORKER) : Date.now();
  }

  async #begin(fault: Fault): Promise<void> {
    const { system, disk, clock } = this.#sky;
    this.#hold(fault, 1);
    if (fault.kind === 'kill') await system.parts[fault.part].kill();
    else if (fault.kind === 'line') system.lines[fault.line].trouble(fault.trouble);
    else if (fault.kind === 'disk') disk?.fill();
    else if (fault.kind === 'clock') clock?.shift(fault.hours);
    else if (fault.kind === 'twice') this.twice = true;
    else if (fault.trouble === 'down') await system.mail.down();
    else system.mail.trouble(TROUBLES[fault.trouble]);
  }

  async #end(fault: Fault): Promise<void> {
    if (this.#hold(fault, -1) > 0) return;
    const { system, disk, clock } = this.#sky;
    if (fault.kind === 'kill') await system.parts[fault.part].start();
    else if (fault.kind === 'line') system.lines[fault.line].heal();
    else if (fault.kind === 'disk') disk?.free();
    else if (fault.kind === 'clock') clock?.shift(0);
    else if (fault.kind === 'twice') this.twice = false;
    else if (fault.trouble === 'down') await system.mail.up();
    else system.mail.trouble({});
  }

  #hold(fault: Fault, more: number): number {
    const what =
      fault.kind === 'kill'
        ? fault.part
        : fault.kind === 'line'
          ? fault.line
          : fault.kind === 'mail' && fault.trouble === 'down'
            ? 'mail down'
            : fault.kind;
    const count = (this.#holding.get(what) ?? 0) + more;
    this.#holding.set(what, count);
    return count;
  }
}

function isStaleWorker(fault: Fault): boolean {
  return fault.kind === 'line' && fault.line === 'worker-temporal' && fault.trouble === 'stale';
}
