import { queryOptions } from '@tanstack/react-query';
import type { Board } from '@hotline/contracts-http';
import { listBoard } from '../api/generated/sdk.gen.ts';
import { keys } from '../api/keys.ts';

const MINUTE = 60_000;

/** The board of today, read again each minute, for entries come and go by the clock; or what is past. */
export const boardQueryOf = (past: boolean) =>
  queryOptions({
    queryKey: [...keys.board, past],
    refetchInterval: past ? false : MINUTE,
    queryFn: async ({ signal }): Promise<Board> =>
      (await listBoard({ ...(past ? { query: { past: 'true' } } : {}), signal })).data,
  });
