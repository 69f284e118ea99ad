import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '@hotline/contracts-http';
import { ApiProblem } from '../api/api-problem.ts';
import { getMe, logIn, logOut } from '../api/generated/sdk.gen.ts';
import { keys } from '../api/keys.ts';
import { forgetDrafts } from '../case-action/drafts.ts';
import { noteLogIn } from './session-store.ts';

/** Who is logged in; nobody is null. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return (await getMe({ signal })).data;
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
});

/** The person at the desk. Only below the gate that lets nobody in without a session. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  if (!data) throw new Error('Nobody is logged in');
  return data;
}

/** Logs in; everything read for the person before is forgotten when another one comes. */
export function useLogIn(): (username: string, password: string) => Promise<Me> {
  const queryClient = useQueryClient();
  return async (username, password) => {
    const before = queryClient.getQueryData(meQuery.queryKey);
    const { data } = await logIn({ body: { username, password, mode: 'cookie' } });
    if (before && before.id !== data.user.id) {
      queryClient.clear();
      forgetDrafts();
    }
    queryClient.setQueryData(meQuery.queryKey, data.user);
    noteLogIn();
    return data.user;
  };
}

/** Logs out and forgets everything that was read or typed. */
export function useLogOut(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await logOut().catch((error: unknown) => {
      if (!(error instanceof ApiProblem && error.status === 401)) throw error;
    });
    forgetDrafts();
    noteLogIn();
    queryClient.clear();
    queryClient.setQueryData(meQuery.queryKey, null);
  };
}
