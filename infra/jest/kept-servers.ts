import type { TestPostgres } from '../test-servers/postgres.ts';

const key = Symbol.for('hotline.test-servers');
const kept = globalThis as { [key]?: TestPostgres | undefined };

/** Remembers the server until {@link stopKeptServers}: set-up and tear-down are loaded apart, in one process. */
export function keepServers(postgres: TestPostgres): void {
  kept[key] = postgres;
}

/** Stops what {@link keepServers} was given. */
export async function stopKeptServers(): Promise<void> {
  await kept[key]?.stop();
  kept[key] = undefined;
}
