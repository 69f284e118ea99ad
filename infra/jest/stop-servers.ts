import { stopKeptServers } from './kept-servers.ts';

/** After the suites: the throwaway PostgreSQL is stopped and deleted. */
export default async function stopServers(): Promise<void> {
  await stopKeptServers();
}
