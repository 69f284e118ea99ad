import { mayKeepBoard, mayReadBoard } from '@hotline/domain';
import { UserEntity } from '@hotline/persistence';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { BOARD_QUERY, boardEntryView, type BoardEntryView, type BoardRow } from './board-view.ts';

/** As much as a board is looked at with. */
const MOST = 200;

/**
 * 今日看板: what shows now and what is to come within a day, pinned first, then what ends soonest; or, of the past, what
 * ended last. Errors: access.denied.
 */
export async function listBoard(
  { orm, clock, actor }: Pick<UseCaseContext, 'orm' | 'clock' | 'actor'>,
  { past = false }: { readonly past?: boolean } = {},
): Promise<{ readonly items: readonly BoardEntryView[]; readonly mayKeep: boolean }> {
  if (!mayReadBoard(actor)) throw new AppError('access.denied', { action: 'read-board' });
  const em = orm.em.fork();
  const now = await clock.now(em);
  const wanted = past
    ? `where b.removed_at is not null or b.ends_at <= n.now order by coalesce(b.removed_at, b.ends_at) desc, b.id`
    : `where b.removed_at is null and b.ends_at > n.now and b.starts_at <= n.now + interval '1 day'
       order by b.pinned desc, b.starts_at > n.now, b.ends_at, b.id`;
  const rows = await em.execute<BoardRow[]>(`${BOARD_QUERY} ${wanted} limit ${MOST}`, [now]);
  return { items: rows.map(boardEntryView), mayKeep: await keepsBoard(em, actor) };
}

/** Whether somebody reads the board; for whoever follows its changes. */
export function mayFollowBoard({ actor }: Pick<UseCaseContext, 'actor'>): boolean {
  return mayReadBoard(actor);
}

/** Supervisors, the director, and the operator who leads the shift. */
export async function keepsBoard(em: SqlEntityManager, actor: UseCaseContext['actor']): Promise<boolean> {
  const leads = actor.role === 'operator' && (await em.count(UserEntity, { id: actor.userId, shiftLeader: true })) > 0;
  return mayKeepBoard(actor, leads);
}
