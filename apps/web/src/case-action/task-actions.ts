import { taskFinishing, taskTaking } from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, changedTask, need, type Target, type WriteHeaders } from './action.ts';

const pathOf = (target: Target) => ({ taskId: need(target, 'taskId') });
const keyOf = ({ 'Idempotency-Key': key }: WriteHeaders) => ({ 'Idempotency-Key': key });

/** What is done with a task. */
export const taskActions = [
  action({
    name: 'take-task',
    schema: taskTaking,
    fields: [],
    send: async (target, body, headers) =>
      changedTask(await api.takeTask({ path: pathOf(target), body, headers: keyOf(headers) })),
  }),
  action({
    name: 'finish-task',
    schema: taskFinishing,
    fields: [{ kind: 'words', name: 'outcome' }],
    send: async (target, body, headers) =>
      changedTask(await api.finishTask({ path: pathOf(target), body, headers: keyOf(headers) })),
  }),
];
