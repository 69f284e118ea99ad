import {
  decideRulesChange,
  mayDoRules,
  maySeeRules,
  type RulesChangeCommand,
  type RulesChangeState,
} from '@hotline/domain';
import { lockStream, type Stream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeStream, type Changed } from '../ledger/change-stream.ts';
import { rulesInForce } from '../rules/rules.ts';
import { ensureFresh } from '../use-case/ensure-fresh.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { RULES_CHANGE } from './rules-change-shape.ts';
import { viewRulesChange, type RulesChangeView } from './rules-change-view.ts';

/**
 * A person's action on a change of the rules, whole: locks it, refuses a stale revision (`rules.stale`, with the present
 * state), decides the command, and answers the change as it is then. Errors: rules.not-found, also for what is not his.
 */
export function onRulesChange(
  context: UseCaseContext,
  changeId: string,
  toCommand: (transaction: Transaction, state: RulesChangeState) => Promise<RulesChangeCommand>,
  afterwards: (transaction: Transaction, state: RulesChangeState) => Promise<void> = async () => undefined,
): Promise<RulesChangeView> {
  return runUseCase(context, async (transaction) => {
    const row = await lockStream(transaction.em, changeId);
    if (!row || row.kind !== 'rules' || !maySeeRules(transaction.actor)) throw new AppError('rules.not-found');
    const state = row.state as RulesChangeState;
    await ensureFresh(transaction, row, 'rules.stale', () => viewRulesChange(transaction, { row, state }));
    const command = await toCommand(transaction, state);
    const changed = await changeRules(transaction, { id: changeId, row }, command);
    await afterwards(transaction, changed.state);
    return viewRulesChange(transaction, changed);
  });
}

/** Decides a command on a locked change of the rules, or on one that is to begin. */
export async function changeRules(
  transaction: Transaction,
  stream: { readonly id: string; readonly row?: Stream },
  command: RulesChangeCommand,
): Promise<Changed<RulesChangeState>> {
  const { em, now, actor } = transaction;
  const state = stream.row?.state as RulesChangeState | undefined;
  if (!mayDoRules(actor, command.type)) throw new AppError('access.denied', { action: command.type });
  const events = decideRulesChange(state, command, { now, actor, ...(await rulesInForce(em, now)) });
  return changeStream(transaction, RULES_CHANGE, stream, events);
}
