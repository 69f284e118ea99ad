import { queryOptions } from '@tanstack/react-query';
import type { Delegation, Shift, SubDesk, User } from '@hotline/contracts-http';
import { listDelegations, listShifts, listSubDesks, listUsers } from '../api/generated/sdk.gen.ts';
import { keys } from '../api/keys.ts';

/** Everybody with a log-in. */
export const usersQuery = queryOptions({
  queryKey: [...keys.people, 'users'],
  queryFn: async ({ signal }): Promise<readonly User[]> => (await listUsers({ signal })).data.items,
});

/** The sub-desks of a unit; of his own for a unit's people. */
export const subDesksQueryOf = (unit?: string) =>
  queryOptions({
    queryKey: [...keys.people, 'sub-desks', unit ?? ''],
    queryFn: async ({ signal }): Promise<readonly SubDesk[]> =>
      (await listSubDesks({ query: unit ? { unit } : {}, signal })).data.items,
  });

/** What the director has delegated, the last first. */
export const delegationsQuery = queryOptions({
  queryKey: [...keys.people, 'delegations'],
  queryFn: async ({ signal }): Promise<{ readonly items: readonly Delegation[]; readonly own: readonly string[] }> =>
    (await listDelegations({ signal })).data,
});

/** The roster of a week either way, with the hand-over logs. */
export const shiftsQuery = queryOptions({
  queryKey: [...keys.people, 'shifts'],
  queryFn: async ({ signal }): Promise<readonly Shift[]> => (await listShifts({ signal })).data.items,
});
