import { queryOptions } from '@tanstack/react-query';
import type { Absence, Delegation, RoomOfCenter, Shift, Stay, SubDesk, User } from '@hotline/contracts-http';
import {
  listAbsences,
  listDelegations,
  listRooms,
  listShifts,
  listStays,
  listSubDesks,
  listUsers,
} from '../api/generated/sdk.gen.ts';
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

/** The rooms of the center with their heads and people. */
export const roomsQuery = queryOptions({
  queryKey: [...keys.people, 'rooms'],
  queryFn: async ({ signal }): Promise<readonly RoomOfCenter[]> => (await listRooms({ signal })).data.items,
});

/** The stays with their hand-over lists. */
export const staysQuery = queryOptions({
  queryKey: [...keys.people, 'stays'],
  queryFn: async ({ signal }): Promise<readonly Stay[]> => (await listStays({ signal })).data.items,
});

/** Who is away now or will be, the earliest first. */
export const absencesQuery = queryOptions({
  queryKey: [...keys.people, 'absences'],
  queryFn: async ({ signal }): Promise<readonly Absence[]> => (await listAbsences({ signal })).data.items,
});
