import type { Role } from '../access/actor.ts';
import type { Queue } from '../ledger/effect.ts';

/** 受理室, 督查室, 综合室 */
export const ROOMS = ['intake', 'supervision', 'general'] as const;
export type Room = (typeof ROOMS)[number];

/** Who belongs to a room: the center's people below its director, and the administrators. */
export const ROOM_ROLES: readonly Role[] = [
  'operator',
  'dispatcher',
  'shift-leader',
  'quality-checker',
  'supervisor',
  'administrator',
];

const QUEUES_OF: Readonly<Record<Room, readonly Queue[]>> = {
  intake: ['shift-leader', 'dispatch'],
  supervision: ['supervision', 'callback', 'quality'],
  general: ['knowledge', 'administration'],
};

/** The queues whose work is a room's, that of its head first. */
export function queuesOfRoom(room: Room): readonly Queue[] {
  return QUEUES_OF[room];
}

/** Whose a wait at the desk is: reviews and callbacks are the supervision room's, all else what the intake room has begun. */
export function roomOfWait(subject: string): Room {
  const wait = subject.split('/').at(-1);
  return wait === 'review' || wait === 'callback' ? 'supervision' : 'intake';
}
