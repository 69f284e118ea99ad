import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { ensureNear, maySeeArticle, type ArticleState, type BoardEntryKind, type Instant } from '@hotline/domain';
import { announceChange, BoardEntryEntity, findStream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { ensureFresh } from '../use-case/ensure-fresh.ts';
import { ensureUnit } from '../organisation/known.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { BOARD_QUERY, boardEntryView, type BoardEntryView, type BoardRow } from './board-view.ts';
import { keepsBoard } from './list-board.use-case.ts';

/** Under which name changes of the board are announced. */
export const BOARD = 'board';

/** An entry as somebody writes it. */
export interface BoardEntryWords {
  readonly kind: BoardEntryKind;
  readonly title: string;
  readonly wording: string;
  readonly area?: string;
  readonly unitId?: string;
  readonly articleId?: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly pinned: boolean;
}

/** Puts an entry on the board. Errors: access.denied, board.ends-before-start, board.over, unit.unknown, article.not-found. */
export function postBoardEntry(context: UseCaseContext, words: BoardEntryWords): Promise<BoardEntryView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    await ensureKeeps(transaction);
    const id = randomUUID();
    const facts = await factsOf(transaction, words);
    await em.insert(BoardEntryEntity, { id, ...facts, revision: 1, writtenBy: actor.userId, writtenAt: new Date(now) });
    return shown(transaction, id);
  });
}

/** Changes an entry. Errors: as for a new one; board.not-found, board.stale with the entry as it is. */
export function changeBoardEntry(
  context: UseCaseContext,
  input: BoardEntryWords & { readonly entryId: string },
): Promise<BoardEntryView> {
  return onEntry(context, input.entryId, (transaction) => factsOf(transaction, input));
}

/** Takes an entry down before its end. Errors: board.not-found, board.stale. */
export function removeBoardEntry(
  context: UseCaseContext,
  input: { readonly entryId: string },
): Promise<BoardEntryView> {
  return onEntry(context, input.entryId, async ({ now }) => ({ removedAt: new Date(now) }));
}

function onEntry(
  context: UseCaseContext,
  id: string,
  change: (transaction: Transaction) => Promise<object>,
): Promise<BoardEntryView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    await ensureKeeps(transaction);
    const entry = await em.findOne(
      BoardEntryEntity,
      { id },
      { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
    );
    if (!entry) throw new AppError('board.not-found');
    await ensureFresh(transaction, entry, 'board.stale', () => shown(transaction, id));
    if (entry.removedAt) throw new AppError('board.over');
    const changed = { revision: entry.revision + 1, changedBy: actor.userId, changedAt: new Date(now) };
    await em.nativeUpdate(BoardEntryEntity, { id }, { ...(await change(transaction)), ...changed });
    return shown(transaction, id);
  });
}

async function ensureKeeps({ em, actor }: Transaction): Promise<void> {
  if (!(await keepsBoard(em, actor))) throw new AppError('access.denied', { action: 'keep-board' });
}

async function factsOf({ em, now, actor }: Transaction, words: BoardEntryWords) {
  const { kind, title, wording, area, unitId, articleId, startsAt, endsAt, pinned } = words;
  ensureStorable(title, wording, area);
  ensureNear(now, startsAt, endsAt);
  if (endsAt <= startsAt) throw new AppError('board.ends-before-start');
  if (endsAt <= now) throw new AppError('board.over');
  if (unitId) await ensureUnit(em, unitId);
  const article = articleId ? await findStream(em, articleId) : undefined;
  if (articleId && !(article?.kind === 'article' && maySeeArticle(actor, article.state as ArticleState)))
    throw new AppError('article.not-found');
  return {
    kind,
    title,
    wording,
    area: area ?? null,
    unitId: unitId ?? null,
    articleId: articleId ?? null,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    pinned,
  };
}

async function shown({ em, now }: Transaction, id: string): Promise<BoardEntryView> {
  await announceChange(em, BOARD);
  const [row] = await em.execute<BoardRow[]>(`${BOARD_QUERY} where b.id = ?`, [now, id]);
  if (!row) throw new AppError('board.not-found');
  return boardEntryView(row);
}
