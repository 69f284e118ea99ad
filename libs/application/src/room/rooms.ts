import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { queuesOfRoom, ROOMS, type Queue, type Role, type Room } from '@hotline/domain';
import { RoomEntity, UserEntity } from '@hotline/persistence';

/** A room as the center sees it: who heads it, and who is of it. */
export interface RoomView {
  readonly room: Room;
  readonly head?: { readonly userId: string; readonly name: string };
  readonly members: readonly { readonly userId: string; readonly name: string; readonly role: Role }[];
}

/** The rooms with their people, in their order. */
export async function roomViews(em: SqlEntityManager): Promise<RoomView[]> {
  const heads = await headsOfRooms(em);
  const people = await em.find(
    UserEntity,
    { room: { $ne: null }, active: true },
    { fields: ['id', 'name', 'role', 'room'], orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
  return ROOMS.map((room) => {
    const members = people
      .filter((person) => person.room === room)
      .map(({ id, name, role }) => ({ userId: id, name, role }));
    const head = members.find(({ userId }) => userId === heads.get(room));
    return { room, ...(head ? { head: { userId: head.userId, name: head.name } } : {}), members };
  });
}

/** Who heads which room; nobody where none is named. */
export async function headsOfRooms(em: SqlEntityManager): Promise<ReadonlyMap<Room, string>> {
  const rooms = await em.find(RoomEntity, { headId: { $ne: null } }, { disableIdentityMap: true });
  return new Map(rooms.flatMap(({ id, headId }) => (headId ? [[id, headId] as const] : [])));
}

/** The queues that people see as heads of their rooms. */
export async function queuesOfHeads(em: SqlEntityManager, userIds: readonly string[]): Promise<Queue[]> {
  const heads = await headsOfRooms(em);
  return [...heads].flatMap(([room, headId]) => (userIds.includes(headId) ? queuesOfRoom(room) : []));
}
