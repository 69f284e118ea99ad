import { setTimeout as sleep } from 'node:timers/promises';
import type { Case, TimelineEntry } from '@hotline/contracts-http';
import type { City } from './api-client.ts';
import { eventWords } from './event-words.ts';

const LOOK_EVERY = 400;

interface Followed {
  readonly name: string;
  /** The last event told, by stream. */
  readonly told: Map<string, number>;
}

/** Tells what happens in the cases of the demonstration, as it happens: what people do and what the process does. */
export class Narrator {
  readonly #city: City;
  readonly #began = performance.now();
  readonly #cases = new Map<string, Followed>();
  #stopped = false;
  #watching: Promise<void> | undefined;

  constructor(city: City) {
    this.#city = city;
  }

  /** Begins to tell the events of a case. */
  follow(name: string, caseNumber: string): void {
    this.#cases.set(caseNumber, { name, told: new Map() });
    this.#watching ??= this.#watch();
  }

  say(caseNumber: string, chinese: string, english: string): void {
    const seconds = ((performance.now() - this.#began) / 1_000).toFixed(1).padStart(5);
    const name = this.#cases.get(caseNumber)?.name ?? '';
    console.log(`${seconds}s ${name} ${caseNumber.slice(-4)}  ${chinese}  ${english}`);
  }

  /** Tells what is left, and is silent. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#watching;
    await this.#tellAll();
  }

  async #watch(): Promise<void> {
    while (!this.#stopped) {
      await this.#tellAll();
      await sleep(LOOK_EVERY);
    }
  }

  async #tellAll(): Promise<void> {
    const director = await this.#city.as('director');
    for (const [caseNumber, { told }] of this.#cases) {
      const seen = await director.get<Case>(`cases/${caseNumber}`);
      const streams = [
        { stream: caseNumber, timeline: seen.timeline },
        // What a report has in common with its case, the case's own events say.
        ...seen.reports.map(({ reportId, timeline }) => ({
          stream: reportId,
          timeline: timeline.filter(isOfReportAlone),
        })),
      ];
      for (const { stream, timeline } of streams)
        for (const event of timeline) {
          if (event.number <= (told.get(stream) ?? 0)) continue;
          told.set(stream, event.number);
          const words = eventWords(event, seen);
          if (words) this.say(caseNumber, `${words.chinese}${byWhom(event)}`, words.english);
        }
    }
  }
}

function isOfReportAlone({ type }: TimelineEntry): boolean {
  return type === 'RungActed' || type === 'FollowUpRecorded' || type === 'ReportRevised';
}

function byWhom({ by, byName }: TimelineEntry): string {
  return by === 'machine' ? '' : `（${byName}）`;
}
