import { ROOM_ROLES, type Room } from '@hotline/domain';
import { lockName, RoomEntity, UserEntity, type User } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { roomViews, type RoomView } from './rooms.ts';

/**
 * Puts somebody of the center into a room; from the one that he headed and leaves, its head is gone.
 * Errors: access.denied, user.unknown, room.wrong-person.
 */
export function putIntoRoom(
  context: UseCaseContext,
  { userId, room }: { readonly userId: string; readonly room: Room },
): Promise<RoomView> {
  return runUseCase(context, async (transaction) => {
    const { em } = transaction;
    await ensureKeepsRooms(transaction);
    const person = await personOf(transaction, userId);
    if (!ROOM_ROLES.includes(person.role)) throw new AppError('room.wrong-person', { userId });
    await em.nativeUpdate(RoomEntity, { headId: userId, id: { $ne: room } }, { headId: null });
    await em.nativeUpdate(UserEntity, { id: userId }, { room });
    return shown(transaction, room);
  });
}

/** Names a room's head, one of its people; nobody where left out. Errors: access.denied, user.unknown, room.wrong-head. */
export function nameRoomHead(
  context: UseCaseContext,
  { room, userId }: { readonly room: Room; readonly userId?: string },
): Promise<RoomView> {
  return runUseCase(context, async (transaction) => {
    await ensureKeepsRooms(transaction);
    if (userId !== undefined && (await personOf(transaction, userId)).room !== room)
      throw new AppError('room.wrong-head', { userId });
    await transaction.em.nativeUpdate(RoomEntity, { id: room }, { headId: userId ?? null });
    return shown(transaction, room);
  });
}

/** The director and the administrators keep the rooms, one change after another. */
async function ensureKeepsRooms({ em, actor }: Transaction): Promise<void> {
  if (actor.role !== 'director' && actor.role !== 'administrator')
    throw new AppError('access.denied', { action: 'keep-rooms' });
  await lockName(em, 'rooms');
}

async function personOf({ em }: Transaction, userId: string): Promise<User> {
  const person = await em.findOne(UserEntity, { id: userId, active: true }, { disableIdentityMap: true });
  if (!person) throw new AppError('user.unknown', { userId });
  return person;
}

async function shown({ em }: Transaction, room: Room): Promise<RoomView> {
  const view = (await roomViews(em)).find((one) => one.room === room);
  if (!view) throw new Error(`there is no room ${room}`);
  return view;
}
