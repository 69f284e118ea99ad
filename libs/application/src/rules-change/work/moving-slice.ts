import type { RulesChangeState } from '@hotline/domain';
import { arrayOf, lockStream, type RulesRunRow, type Stream } from '@hotline/persistence';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { CASE } from '../../case/case-shape.ts';
import { CONFERENCE } from '../../joint-conference/change-conference.ts';
import { INVITATION } from '../../joint-conference/change-invitation.ts';
import { MEETING } from '../../joint-meeting/change-meeting.ts';
import { ARTICLE } from '../../knowledge/article-shape.ts';
import { changeStream, type StreamShape } from '../../ledger/change-stream.ts';
import { REPORT } from '../../special-report/change-report.ts';
import { runUseCase, type Transaction } from '../../use-case/run-use-case.ts';
import { withoutRequest, type UseCaseContext } from '../../use-case/use-case-context.ts';
import { countOpen } from './preview-slice.ts';
import { movesOf, versionsOf, type StreamMoves } from './moves-of-stream.ts';
import { isTimeLeft, type Slice } from './slice.ts';
import { turnsOf, type Turns } from './turns.ts';

/** So many are moved in one transaction: short, and few are locked at a time. */
const AT_ONCE = 20;

/**
 * Moves the next open streams: each is locked and decided upon again as it is then. Each transaction is its own and each
 * event has the change's key, so that a piece of work that is repeated, or that was cut off, moves nothing twice.
 */
export async function movingSlice(
  context: UseCaseContext,
  em: SqlEntityManager,
  state: RulesChangeState,
  run: RulesRunRow,
): Promise<Slice> {
  const turns = await turnsOf(em, state, run);
  let { place, looked, touched, untouched } = run;
  const total = run.total ?? (await countOpen(em));
  for (const left = isTimeLeft(); left();) {
    const after = place;
    const page = await em.execute<{ id: string }[]>(
      `select id from stream where open and id > ? and kind <> 'rules' order by id limit ?`,
      [after, AT_ONCE],
    );
    const moved = await runUseCase(withoutRequest(context), (transaction) =>
      moveEach(
        transaction,
        page.map(({ id }) => id),
        turns,
        state.changeId,
      ),
    );
    looked += page.length;
    touched += moved;
    untouched += page.length - moved;
    place = page.at(-1)?.id ?? place;
    if (page.length < AT_ONCE) return { done: true, place, total, looked, touched, untouched, tally: run.tally };
  }
  return { done: false, place, total, looked, touched, untouched, tally: run.tally };
}

/** Moves streams of one transaction, in the order of their ids. Answers how many have moved by this change. */
async function moveEach(
  transaction: Transaction,
  ids: readonly string[],
  turns: Turns,
  change: string,
): Promise<number> {
  const { em, now } = transaction;
  const rows: Stream[] = [];
  for (const id of ids) rows.push(...[await lockStream(em, id)].filter((row) => row !== undefined));
  const done = await em.execute<{ stream: string }[]>(
    'select stream from event where stream = any(?::text[]) and action_key = ?',
    [arrayOf(ids), `moved:${change}`],
  );
  const before = new Set(done.map(({ stream }) => stream));
  const open = rows.filter((row) => row.open && !before.has(row.id));
  let moved = before.size;
  for (const row of open) {
    const versionOf = await versionsOf(em, [row], turns, change);
    const moves = await movesOf(row, turns, versionOf, now);
    if (!moves) continue;
    await move(transaction, row, moves);
    moved++;
  }
  return moved;
}

async function move(transaction: Transaction, row: Stream, { event, waits }: StreamMoves): Promise<void> {
  // No change of the rules moves another: `movingSlice` leaves them out.
  const shape = SHAPES[row.kind as keyof typeof SHAPES] as StreamShape<Stream['state']>;
  await changeStream(transaction, shape, { id: row.id, row }, [event]);
  if (waits.length === 0) return;
  await transaction.em.execute(
    `update task set due_at = w."to" from jsonb_to_recordset(?::jsonb) w(subject text, "to" timestamptz)
     where task.stream = ? and task.subject = w.subject and task.status in ('open', 'taken') and task.due_at is not null`,
    [JSON.stringify(waits), row.id],
  );
}

const SHAPES: Readonly<Record<Exclude<Stream['kind'], 'rules'>, unknown>> = {
  case: CASE,
  meeting: MEETING,
  report: REPORT,
  article: ARTICLE,
  conference: CONFERENCE,
  invitation: INVITATION,
};
