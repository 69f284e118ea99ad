import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { listNotices, readNotice } from '../api/generated/sdk.gen.ts';
import type { ListNoticesData } from '../api/generated/types.gen.ts';
import { keys } from '../api/keys.ts';

const MINUTE = 60_000;

export const noticesQueryOf = (query: NonNullable<ListNoticesData['query']>) =>
  queryOptions({
    queryKey: [...keys.notices, query],
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE,
    queryFn: async ({ signal }) => (await listNotices({ query, signal })).data,
  });

/** Marks notices as read; marking twice does nothing more. */
export function useMarkRead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (noticeIds: readonly string[]) => {
      for (const noticeId of noticeIds) await readNotice({ path: { noticeId }, body: {} });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.notices }),
  });
}
