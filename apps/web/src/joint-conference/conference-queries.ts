import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Circle, Conference } from '@hotline/contracts-http';
import { getCircle, getConference, listConferences, listInvitations } from '../api/generated/sdk.gen.ts';
import { keys } from '../api/keys.ts';

export const conferencesQueryOf = (after: string | undefined) =>
  queryOptions({
    queryKey: [...keys.conferences, 'list', after ?? ''],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await listConferences({ query: { limit: 12, ...(after ? { after } : {}) }, signal })).data,
  });

export const conferenceQueryOf = (conferenceId: string) =>
  queryOptions({
    queryKey: [...keys.conferences, conferenceId],
    queryFn: async ({ signal }): Promise<Conference> => (await getConference({ path: { conferenceId }, signal })).data,
  });

/** The standing circle, for the center and the leaders. */
export const circleQuery = queryOptions({
  queryKey: [...keys.conferences, 'circle'],
  queryFn: async ({ signal }): Promise<Circle> => (await getCircle({ signal })).data,
});

/** The latest invitations of other bodies, for the center and the leaders. */
export const invitationsQuery = queryOptions({
  queryKey: [...keys.conferences, 'invitations'],
  queryFn: async ({ signal }) => (await listInvitations({ query: { limit: 20 }, signal })).data.items,
});
