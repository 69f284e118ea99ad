import { setTimeout as pause } from 'node:timers/promises';

/** One request, answered; throws when it was not answered as it should. */
export type Send = () => Promise<void>;

/** What came of a load. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds from when each request was to be sent until it was answered. */
  readonly latencies: readonly number[];
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** As many requests as are answered: each lane sends the next one when the last was answered. */
export async function saturate(lanes: number, seconds: number, send: Send): Promise<Load> {
  const latencies: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  const lane = async (): Promise<void> => {
    for (let from = performance.now(); from < until; from = performance.now()) {
      await send();
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { requests: latencies.length, seconds: (performance.now() - begun) / 1_000, latencies };
}

/**
 * Requests at a rate, whether the ones before are answered or not, as people call who do not know of each other: the gaps
 * are exponentially distributed, the same for whoever is measured. Latencies count from the instant a request was to be
 * sent, so that a server that stands still is charged for all who wait meanwhile.
 *
 * @param rate requests a second
 */
export async function arrive(rate: number, seconds: number, send: Send): Promise<Load> {
  const latencies: number[] = [];
  const open: Promise<void>[] = [];
  const begun = performance.now();
  let at = 0;
  for (let index = 1; ; index++) {
    at += -Math.log(1 - ((index * GOLDEN) % 1)) * (1_000 / rate);
    if (at > seconds * 1_000) break;
    const due = begun + at;
    while (due - performance.now() > 0.5) await pause(Math.max(0, due - performance.now() - 0.5));
    open.push(send().then(() => void latencies.push(performance.now() - due)));
  }
  await Promise.all(open);
  return { requests: latencies.length, seconds: (performance.now() - begun) / 1_000, latencies };
}
