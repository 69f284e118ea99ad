import { randomUUID } from 'node:crypto';
import {
  delegate,
  keepUnitSetting,
  noteAbsence,
  openSubDesk,
  putIntoRoom,
  submitFeedback,
  writeHandOver,
  writeStayHandOver,
  type CaseView,
} from '@hotline/application';
import { ShiftEntity, StayEntity } from '@hotline/persistence';
import type { SmallCity } from '../integration/small-city.ts';
import { inDays } from './ready-values.ts';

/** An operator is away, and the shift leader stands in for him. */
export async function absence(city: SmallCity): Promise<string> {
  const days = { from: inDays(0.5), until: inDays(3) };
  return (await noteAbsence(city.as('operator'), { substituteId: 'leader', ...days })).absenceId;
}

/** A sub-desk of the water group. */
export async function subDesk(city: SmallCity): Promise<string> {
  const words = { unitId: 'water', name: `调解 ${randomUUID()}`, memberIds: [] };
  return (await openSubDesk(city.as('water-head'), words)).subDeskId;
}

/** Feedback of the water group's handler waits for its head, who wants to see it for this once. */
export async function feedbackProposed(city: SmallCity, caseNumber: string): Promise<CaseView> {
  const wants = (headApproves: boolean) => keepUnitSetting(city.as('water-head'), { unitId: 'water', headApproves });
  await wants(true);
  const answer = { outcome: 'solved', text: '已恢复供水', contactedAt: new Date().toISOString() } as const;
  const duty = { caseNumber, assignmentId: 'a1', contactMethod: 'phone' } as const;
  const proposed = await submitFeedback(city.as('water-handler'), { ...duty, ...answer });
  await wants(false);
  return proposed;
}

/** The director is away, and a supervisor decides proposals. */
export async function delegation(city: SmallCity): Promise<string> {
  const span = { from: inDays(0.5), until: inDays(3) };
  const given = { toUserId: 'supervisor', powers: ['decide-proposals'] as const, reason: '赴省开会', ...span };
  return (await delegate(city.as('director'), given)).delegationId;
}

/** The leader is of the intake room. */
export async function leaderOfRoom(city: SmallCity): Promise<void> {
  await putIntoRoom(city.as('director'), { userId: 'leader', room: 'intake' });
}

let shifts = 0;

/** A shift that has begun: each in a moment of its own. */
export async function shiftBegun(city: SmallCity): Promise<string> {
  shifts += 1;
  const id = randomUUID();
  const span = { fromAt: new Date(inDays(-100 - shifts)), untilAt: new Date(inDays(-99.9 - shifts)) };
  const people = { kind: 'day' as const, leaderId: 'leader', memberIds: [], plannedBy: 'supervisor' };
  const noLog = {
    remarks: null,
    matters: null,
    writtenBy: null,
    writtenAt: null,
    confirmedBy: null,
    confirmedAt: null,
  };
  await city.orm.em.fork().insert(ShiftEntity, { id, ...span, ...people, plannedAt: new Date(), ...noLog });
  return id;
}

/** Its log is written by a supervisor. */
export async function shiftWritten(city: SmallCity): Promise<string> {
  const shiftId = await shiftBegun(city);
  await writeHandOver(city.as('supervisor'), { shiftId, remarks: '无' });
  return shiftId;
}

let stays = 0;

/** A stay of the checker that has ended, each later than the one before, as there may be any number of: what he had in hand is still to be handed over. */
export async function stayEnded(city: SmallCity): Promise<string> {
  const id = randomUUID();
  stays += 1;
  const endedAt = new Date(inDays(-35 + stays / 1_000));
  const span = { fromAt: new Date(inDays(-400)), untilAt: endedAt, closedAt: endedAt };
  const planned = { userId: 'checker', plannedBy: 'director', plannedAt: new Date(inDays(-400)) };
  const nothing = { remindedAt: null, successorId: null, remarks: null, matters: null };
  const noList = { ...nothing, writtenBy: null, writtenAt: null, handedOverAt: null };
  await city.orm.em.fork().insert(StayEntity, { id, ...span, ...planned, ...noList });
  return id;
}

/** His list is written, and the operator takes over. */
export async function stayWritten(city: SmallCity): Promise<string> {
  const stayId = await stayEnded(city);
  await writeStayHandOver(city.as('director'), { stayId, successorId: 'operator', remarks: '无' });
  return stayId;
}
