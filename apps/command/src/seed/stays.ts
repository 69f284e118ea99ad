import { randomUUID } from 'node:crypto';
import type { StayRow } from '@hotline/persistence';
import { PEOPLE } from './people.ts';

const DAY = 86_400_000;

/** 一年轮岗: the operators came from other offices, a third of a year ago. */
export function stays(now: Date): StayRow[] {
  return PEOPLE.filter(({ role }) => role === 'operator').map(({ username }) => ({
    id: randomUUID(),
    userId: username,
    fromAt: new Date(now.getTime() - 120 * DAY),
    untilAt: new Date(now.getTime() + 245 * DAY),
    plannedBy: 'director',
    plannedAt: now,
    remindedAt: null,
    successorId: null,
    remarks: null,
    matters: null,
    writtenBy: null,
    writtenAt: null,
    handedOverAt: null,
    closedAt: null,
  }));
}
