import type { Instant, RulesChangeState, WaitMove } from '@hotline/domain';
import type { RulesRunRow, Stream } from '@hotline/persistence';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { movesOf, versionsOf, type StreamMoves } from './moves-of-stream.ts';
import { ahead, isTimeLeft, type Slice } from './slice.ts';
import { turnsOf } from './turns.ts';

/** How many streams each kind of change concerns; a stream may be of several. */
export type PreviewTally = Partial<Record<ChangeKind, number>>;
export const CHANGE_KINDS = [
  'due-later',
  'due-earlier',
  'rung-later',
  'rung-earlier',
  'rung-added',
  'rung-removed',
  'effects',
  'firm',
  'carried-over',
] as const;
/** 到期推后, 到期提前, 环节推后, 环节提前, 新增环节, 取消环节, 处置变化, 暂定转确定, 仅改用新版 */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

const PAGE = 500;

/** Looks at the next open streams: which would change, and how; each that would is kept for the pages of the preview. */
export async function previewSlice(
  em: SqlEntityManager,
  state: RulesChangeState,
  run: RulesRunRow,
  now: Instant,
): Promise<Slice> {
  const turns = await turnsOf(em, state, run);
  const tally: PreviewTally = { ...run.tally };
  let { place, looked, touched, untouched } = run;
  const total = run.total ?? (await countOpen(em));
  let next = ahead(openStreams(em, place, PAGE));
  let kept: Promise<void> = Promise.resolve();
  for (const left = isTimeLeft(); left();) {
    const page = await next;
    next = ahead(openStreams(em, page.at(-1)?.id ?? place, PAGE));
    const versionOf = await versionsOf(em, page, turns, state.changeId);
    const items: { stream: string; waits: readonly WaitMove[] }[] = [];
    for (const stream of page) {
      const moves = await movesOf(stream, turns, versionOf, now);
      if (!moves) continue;
      items.push({ stream: stream.id, waits: moves.shown });
      for (const kind of kindsOf(moves)) tally[kind] = (tally[kind] ?? 0) + 1;
    }
    await kept;
    kept = ahead(keepItems(em, run, items));
    looked += page.length;
    touched += items.length;
    untouched += page.length - items.length;
    place = page.at(-1)?.id ?? place;
    if (page.length < PAGE) {
      await kept;
      return { done: true, place, total, looked, touched, untouched, tally };
    }
  }
  await kept;
  return { done: false, place, total, looked, touched, untouched, tally };
}

function kindsOf({ shown, waits }: StreamMoves): Set<ChangeKind> {
  const kinds = new Set<ChangeKind>();
  if (shown.length === 0) kinds.add('carried-over');
  if (waits.some(({ provisional }) => provisional === false)) kinds.add('firm');
  for (const { subject, from, to, rungs } of shown) {
    if (from !== to && subject.endsWith('/due')) kinds.add(to > from ? 'due-later' : 'due-earlier');
    for (const rung of rungs) {
      if (rung.from === null) kinds.add('rung-added');
      else if (rung.to === null) kinds.add('rung-removed');
      else if (rung.from !== rung.to) kinds.add(rung.to > rung.from ? 'rung-later' : 'rung-earlier');
      if (rung.effects && rung.from !== null) kinds.add('effects');
    }
  }
  return kinds;
}

async function keepItems(
  em: SqlEntityManager,
  { changeId, number }: RulesRunRow,
  items: readonly { stream: string; waits: readonly WaitMove[] }[],
): Promise<void> {
  if (items.length === 0) return;
  await em.execute(
    `insert into rules_preview_item (change_id, run, stream, waits)
     select ?, ?, i.stream, i.waits from jsonb_to_recordset(?::jsonb) i(stream text, waits jsonb)`,
    [changeId, number, JSON.stringify(items)],
  );
}

/** The streams in which something is still to happen, after one, in the order of their ids. */
export async function openStreams(
  em: SqlEntityManager,
  after: string,
  limit: number,
): Promise<Pick<Stream, 'id' | 'kind' | 'state'>[]> {
  return em.execute(
    `select id, kind, state from stream where open and id > ? and kind <> 'rules' order by id limit ?`,
    [after, limit],
  );
}

export async function countOpen(em: SqlEntityManager): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from stream where open and kind <> 'rules'`,
  );
  return row?.count ?? 0;
}
