import { dutyActivities } from './duty/duty.activities.ts';
import { ledgerActivities } from './ledger/ledger.activities.ts';
import { noticeActivities } from './notice/notice.activities.ts';
import type { ProcessPort } from './process-port.ts';
import { taskActivities } from './task/task.activities.ts';

/** The activities of the hotline over the application's use cases; workflows see only their types. */
export function createActivities(port: ProcessPort) {
  return { ...ledgerActivities(port), ...noticeActivities(port), ...taskActivities(port), ...dutyActivities(port) };
}

export type Activities = ReturnType<typeof createActivities>;
