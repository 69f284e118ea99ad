import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { RulesChange } from '@hotline/contracts-http';
import {
  getPolicyVersion,
  getRulesChange,
  listPolicies,
  listPreviewItems,
  listRulesChanges,
} from '../api/generated/sdk.gen.ts';
import { keys } from '../api/keys.ts';

/** Milliseconds between two looks at how far a run has come. */
const LOOK_AGAIN = 1_000;

export const rulesChangesQueryOf = (after: string | undefined) =>
  queryOptions({
    queryKey: [...keys.rulesChanges, after ?? ''],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await listRulesChanges({ query: { limit: 20, ...(after ? { after } : {}) }, signal })).data,
  });

/** A change of the rules; while one of its runs is under way it is looked at again and again. */
export const rulesChangeQueryOf = (changeId: string) =>
  queryOptions({
    queryKey: keys.rulesChange(changeId),
    queryFn: async ({ signal }): Promise<RulesChange> => (await getRulesChange({ path: { changeId }, signal })).data,
    refetchInterval: ({ state }) => (state.data?.runs.some(({ status }) => status === 'running') ? LOOK_AGAIN : false),
  });

export const previewItemsQueryOf = (changeId: string, run: number, after: string | undefined) =>
  queryOptions({
    queryKey: [...keys.rulesChange(changeId), 'items', run, after ?? ''],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (
        await listPreviewItems({
          path: { changeId, run: String(run) },
          query: { limit: 20, ...(after ? { after } : {}) },
          signal,
        })
      ).data,
  });

/** Every version of the policy, the newest first. */
export const policiesQuery = queryOptions({
  queryKey: [...keys.rulesChanges, 'versions'],
  queryFn: async ({ signal }) => (await listPolicies({ signal })).data.items,
});

/** The version that is in force, or comes into force last, whole: what a draft is based on. */
export const newestPolicyQuery = queryOptions({
  queryKey: [...keys.rulesChanges, 'newest'],
  queryFn: async ({ signal }) => {
    const newest = (await listPolicies({ signal })).data.items.find(({ inForceSince }) => inForceSince);
    return (await getPolicyVersion({ path: { version: String(newest?.version ?? 1) }, signal })).data;
  },
});
