import type { Instant, RulesChangeState } from '@hotline/domain';
import { changeRows, findRows, RulesRunEntity, type RulesRunRow, type Stream } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { changeRules } from './change-rules.ts';
import { movingSlice } from './work/moving-slice.ts';
import { previewSlice } from './work/preview-slice.ts';
import { rehearsalSlice } from './work/rehearsal-slice.ts';
import type { Slice } from './work/slice.ts';

/**
 * A piece of a run's work, when its rung comes: how far the run has come then stands in one transaction with the event
 * that says so, so that each piece counts once. What was cancelled meanwhile does nothing.
 */
export async function workOnRules(
  context: UseCaseContext,
  transaction: Transaction,
  row: Stream,
  rung: { readonly key: string; readonly at: Instant },
): Promise<void> {
  const { em } = transaction;
  const state = row.state as RulesChangeState;
  const { openRun, changeId } = state;
  if (!openRun || rung.key !== keyOfWork(state)) return;
  const [run] = await findRows(em, RulesRunEntity, 'change_id = ? and number = ?', [changeId, openRun.run]);
  if (!run) throw new Error(`${changeId} has no run ${openRun.run}`);
  const { done, ...come } = await workOf(context, transaction, state, run);
  await changeRows(em, RulesRunEntity, come, 'change_id = ? and number = ?', [changeId, openRun.run]);
  const { touched, untouched } = come;
  const work = { done, touched, untouched };
  await changeRules(transaction, { id: row.id, row }, { type: 'act', ...rung, work });
}

/** The key of the piece that is next. */
function keyOfWork({ ladders, openRun }: RulesChangeState): string | undefined {
  const ladder = openRun && ladders.running[`run/${openRun.run}`];
  const rung = ladder?.rungs[0];
  return ladder && rung && `${ladder.subject}:${ladder.term}:${rung.rung}:${rung.try}`;
}

function workOf(
  context: UseCaseContext,
  { em, now }: Transaction,
  state: RulesChangeState,
  run: RulesRunRow,
): Promise<Slice> {
  if (run.kind === 'preview') return previewSlice(em, state, run, now);
  return run.kind === 'rehearsal' ? rehearsalSlice(em, state, run) : movingSlice(context, em, state, run);
}
