import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isOfCenter, ROOM_ROLES, type Actor, type Instant, type Room, type Role } from '@hotline/domain';
import { StayEntity, TaskEntity, UserEntity, type StayRow } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { namesOfPeople } from '../organisation/names.ts';
import { headsOfRooms } from '../room/rooms.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import { mattersShown, type MatterView } from './open-matters.ts';

interface Named {
  readonly userId: string;
  readonly name: string;
}

/** 轮岗: a stay as the center sees it, with its hand-over list once that is written. */
export interface StayView {
  readonly stayId: string;
  readonly person: Named;
  readonly room?: Room;
  readonly from: Instant;
  readonly until: Instant;
  /** His account is closed. */
  readonly closedAt?: Instant;
  /** 交接清单 */
  readonly list?: {
    readonly successor: Named;
    readonly remarks: string;
    readonly matters: readonly MatterView[];
    readonly writtenByName: string;
    readonly writtenAt: Instant;
    readonly handedOverAt?: Instant;
  };
}

/** The stream of a stay's tasks and notices: no ledger stands behind it. */
export const streamOfStay = (stayId: string): string => `stay-${stayId}`;

/** Who plans stays. */
export function plansStays({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'director' || role === 'administrator';
}

export function seesStays(actor: Actor): boolean {
  return isOfCenter(actor) || actor.role === 'mayor' || actor.role === 'administrator';
}

/** The roles whose stay is planned, and that may succeed one another. */
export const mayStay = (role: Role): boolean => ROOM_ROLES.includes(role);

export async function stayViews(em: SqlEntityManager, stays: readonly StayRow[]): Promise<StayView[]> {
  const nameOf = await namesOfPeople(
    em,
    stays.flatMap(({ userId, successorId, writtenBy }) => [userId, successorId ?? [], writtenBy ?? []].flat()),
  );
  const named = (userId: string): Named => ({ userId, name: nameOf(userId) ?? userId });
  const people = await em.find(
    UserEntity,
    { id: { $in: stays.map(({ userId }) => userId) } },
    { fields: ['id', 'room'], disableIdentityMap: true },
  );
  const matters = await mattersShown(
    em,
    stays.flatMap((stay) => stay.matters ?? []),
  );
  return stays.map((stay) => {
    const room = people.find(({ id }) => id === stay.userId)?.room;
    const { successorId, writtenBy, writtenAt, handedOverAt, closedAt } = stay;
    return {
      stayId: stay.id,
      person: named(stay.userId),
      ...(room ? { room } : {}),
      from: stay.fromAt.toISOString(),
      until: stay.untilAt.toISOString(),
      ...(closedAt ? { closedAt: closedAt.toISOString() } : {}),
      ...(successorId && writtenBy && writtenAt
        ? {
            list: {
              successor: named(successorId),
              remarks: stay.remarks ?? '',
              matters: (stay.matters ?? []).map(matters),
              writtenByName: named(writtenBy).name,
              writtenAt: writtenAt.toISOString(),
              ...(handedOverAt ? { handedOverAt: handedOverAt.toISOString() } : {}),
            },
          }
        : {}),
    };
  });
}

/** A stay, locked for the rest of the transaction. Errors: stay.not-found. */
export async function lockStay({ em }: Transaction, id: string): Promise<StayRow> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true } as const;
  const stay = await em.findOne(StayEntity, { id }, lock);
  if (!stay) throw new AppError('stay.not-found');
  return stay;
}

export async function shownStay({ em }: Transaction, id: string): Promise<StayView> {
  const [view] = await stayViews(em, [await em.findOneOrFail(StayEntity, { id }, { disableIdentityMap: true })]);
  if (!view) throw new AppError('stay.not-found');
  return view;
}

/** Who heads the room of somebody; nobody where he is of none, or heads it himself. */
export async function headOf(
  em: SqlEntityManager,
  userId: string,
): Promise<{ readonly room: Room; readonly headId: string } | undefined> {
  const person = await em.findOne(UserEntity, { id: userId }, { fields: ['room'], disableIdentityMap: true });
  const headId = person?.room && (await headsOfRooms(em)).get(person.room);
  return person?.room && headId && headId !== userId ? { room: person.room, headId } : undefined;
}

/** What was to be seen to at a stay's end is seen to, or not any more. */
export async function settleStay({ em, now }: Transaction, stayId: string): Promise<void> {
  await em.nativeUpdate(
    TaskEntity,
    { stream: streamOfStay(stayId), status: { $in: ['open', 'taken'] } },
    { status: 'settled', endedAt: new Date(now) },
  );
}
