import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './api-problem.ts';
import { onConnectionRestored } from './connection.ts';

const LONGEST_PAUSE = 10_000;

/** Reads are asked again while no answer comes; a refusal stands. What is shown is read anew when the connection is back. */
export function createQueryClient(): QueryClient {
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (failures, error) => isPassing(error) && failures < 4,
        retryDelay: pauseAfter,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  onConnectionRestored(() => void queryClient.invalidateQueries());
  return queryClient;
}

/** Milliseconds before the next try after so many failures. */
export function pauseAfter(failures: number): number {
  return Math.min(500 * 2 ** failures, LONGEST_PAUSE);
}
