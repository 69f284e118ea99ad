import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Queue, TaskKind } from '@hotline/domain';

/**
 * 待办: one aggregate for all human work. `settled`: the wait it belonged to ended by itself. `key` is unique, so a
 * repeat makes no second task.
 */
export const TaskEntity = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.uuid().primary(),
    key: p.string().unique(),
    kind: p.string().$type<TaskKind>(),
    queue: p.string().$type<Queue>(),
    stream: p.string(),
    subject: p.string(),
    unitId: p.string().nullable(),
    detail: p.json<Record<string, string>>().nullable(),
    status: p.string().$type<'open' | 'taken' | 'done' | 'settled'>(),
    createdAt: p.datetime(3),
    dueAt: p.datetime(3).nullable(),
    assigneeId: p.string().nullable(),
    takenAt: p.datetime(3).nullable(),
    endedAt: p.datetime(3).nullable(),
    outcome: p.text().nullable(),
  },
});
export type Task = InferEntity<typeof TaskEntity>;
