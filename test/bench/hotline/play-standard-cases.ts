import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { SmallCity } from '../../integration/small-city.ts';
import type { Steps } from '../../integration/steps.ts';
import { Door } from '../measuring/lanes.ts';
import { CALLER } from '../standard-case.ts';

/** What the driver of the hotline works with. */
export interface DriverMeans {
  readonly city: SmallCity;
  readonly client: Client;
  readonly steps: Steps;
  readonly say: (line: string) => void;
}

/** So many standard cases at once. */
export interface PlayOrder {
  readonly cases: number;
}

/** People's steps under way at once; as many streams a relay delivers at once. */
export const STEPS_AT_ONCE = 16;

/**
 * Plays standard cases, all begun at once: each person's step follows as soon as the one before was answered, feedback
 * once the yellow reminder was mailed.
 *
 * @returns the numbers of the cases, and the seconds until the last workflow had ended
 */
export async function playStandardCases(
  { city, client, steps, say }: DriverMeans,
  { cases }: PlayOrder,
): Promise<{ caseNumbers: string[]; seconds: number }> {
  const begun = performance.now();
  const door = new Door(STEPS_AT_ONCE);
  const reminders = new Reminders(city);
  const watching = reminders.watch();
  let done = 0;
  const play = async (): Promise<string> => {
    const caseNumber = await door.through(() => steps.registered(CALLER));
    await door.through(() => steps.assign(caseNumber, ['water']));
    await door.through(() => steps.acknowledge(caseNumber));
    await reminders.mailed(caseNumber);
    await door.through(() => steps.feedBack(caseNumber));
    await door.through(() => steps.accept(caseNumber));
    await door.through(() => steps.satisfied(caseNumber));
    if (++done % 100 === 0) say(`${done} of ${cases} cases closed`);
    return caseNumber;
  };
  const caseNumbers = await Promise.all(Array.from({ length: cases }, play));
  reminders.end();
  await watching;
  await untilNoneRuns(client, 'caseWorkflow');
  return { caseNumbers, seconds: (performance.now() - begun) / 1_000 };
}

/** Returns when Temporal lists no running workflow of a type any more. @throws Error after ten minutes */
export async function untilNoneRuns(client: Client, workflowType: string): Promise<void> {
  const query = `WorkflowType = '${workflowType}' AND ExecutionStatus = 'Running'`;
  for (let turn = 0; turn < 3_000; turn++) {
    if ((await client.workflow.count(query)).count === 0) return;
    await pause(200);
  }
  throw new Error(`workflows of type ${workflowType} still run`);
}

/** Knows of which cases the yellow reminder was mailed, by looking five times a second. */
class Reminders {
  readonly #city: SmallCity;
  readonly #mailed = new Set<string>();
  readonly #waiting = new Map<string, () => void>();
  #ended = false;
  #since = new Date(0);

  constructor(city: SmallCity) {
    this.#city = city;
  }

  async mailed(caseNumber: string): Promise<void> {
    if (this.#mailed.has(caseNumber)) return;
    await new Promise<void>((resolve) => this.#waiting.set(caseNumber, resolve));
  }

  end(): void {
    this.#ended = true;
  }

  async watch(): Promise<void> {
    while (!this.#ended) {
      const found = await this.#city.orm.em
        .fork()
        .execute<{ stream: string; at: Date }[]>(
          "select stream, mailed_at as at from notice where kind = 'yellow' and mail = 'sent' and mailed_at >= ?",
          [this.#since],
        );
      for (const { stream, at } of found) this.#heed(stream, new Date(at));
      await pause(200);
    }
  }

  #heed(stream: string, at: Date): void {
    // A sending that began earlier may be committed later.
    const lately = new Date(at.getTime() - 5_000);
    if (lately > this.#since) this.#since = lately;
    this.#mailed.add(stream);
    this.#waiting.get(stream)?.();
    this.#waiting.delete(stream);
  }
}
