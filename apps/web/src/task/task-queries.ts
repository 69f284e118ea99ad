import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listTasks } from '../api/generated/sdk.gen.ts';
import type { ListTasksData } from '../api/generated/types.gen.ts';
import { keys } from '../api/keys.ts';

export type TaskFilters = NonNullable<ListTasksData['query']>;

export const tasksQueryOf = (query: TaskFilters) =>
  queryOptions({
    queryKey: [...keys.tasks, query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await listTasks({ query, signal })).data,
  });
