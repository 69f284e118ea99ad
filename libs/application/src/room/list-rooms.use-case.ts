import { isOfCenter } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { roomViews, type RoomView } from './rooms.ts';

/** 三个室: the center's rooms with their heads and people. Errors: access.denied. */
export async function listRooms({ orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>): Promise<{
  readonly items: readonly RoomView[];
}> {
  if (!isOfCenter(actor) && actor.role !== 'mayor' && actor.role !== 'administrator')
    throw new AppError('access.denied', { action: 'see-rooms' });
  return { items: await roomViews(orm.em.fork()) };
}
