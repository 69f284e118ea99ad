import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CalendarRow } from '@hotline/calendar';
import {
  mayDoRules,
  type Instant,
  type RulesChangeCommand,
  type RulesChangeState,
  type RulesReach,
} from '@hotline/domain';
import { changeRows, HolidayEntity, lockName, PolicyEntity, RulesRunEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { forgetCalendar } from '../rules/rules.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import { onRulesChange } from './change-rules.ts';
import { contentOf, type RulesChangeView } from './rules-change-view.ts';
import { calendarRows, nextPolicyVersion } from './work/turns.ts';

type OfChange = { readonly changeId: string };

/** 影响预览: looks at every open case. Answers at once; the run shows how far it has come. Errors: rules.run-under-way. */
export function previewRules(context: UseCaseContext, { changeId }: OfChange): Promise<RulesChangeView> {
  return onRulesChange(context, changeId, async () => ({ type: 'preview' }));
}

/** 历史推演: folds what closed in a period once more, under the draft. Errors: rules.period-empty, rules.period-in-future. */
export function rehearseRules(
  context: UseCaseContext,
  { changeId, from, to }: OfChange & { readonly from: Instant; readonly to: Instant },
): Promise<RulesChangeView> {
  return onRulesChange(context, changeId, async () => ({ type: 'rehearse', from, to }));
}

/** Ends a preview or a rehearsal before it is done. Errors: rules.no-run, also for the moving after an approval. */
export function cancelRulesRun(context: UseCaseContext, { changeId }: OfChange): Promise<RulesChangeView> {
  return onRulesChange(context, changeId, async () => ({ type: 'cancel-run' }));
}

/** Withdraws a draft. Errors: rules.wrong-status. */
export function withdrawRules(
  context: UseCaseContext,
  { changeId, reason }: OfChange & { readonly reason: string },
): Promise<RulesChangeView> {
  return onRulesChange(context, changeId, async ({ text }) => ({
    type: 'withdraw',
    text: await text(changeId, reason),
  }));
}

/**
 * A second person approves: the policy's version is written and in force from the instant, the calendar's days are as
 * wanted at once; what is open is moved by the change's workflow, if it reaches that far. Errors: rules.own-approval,
 * rules.preview-missing, rules.outdated, rules.run-under-way, rules.in-force-in-past.
 */
export function approveRules(
  context: UseCaseContext,
  input: OfChange & { readonly reach: RulesReach; readonly inForceFrom?: Instant; readonly reason: string },
): Promise<RulesChangeView> {
  let previous: CalendarRow[] = [];
  const toCommand = async (transaction: Transaction, state: RulesChangeState): Promise<RulesChangeCommand> => {
    const { em, now, text } = transaction;
    if (!mayDoRules(transaction.actor, 'approve')) throw new AppError('access.denied', { action: 'approve' });
    await lockName(em, 'policy');
    const { reach, inForceFrom } = input;
    const latest = await latestPolicyVersion(em);
    const policyVersion =
      state.subject === 'policy' ? await writePolicy(transaction, state, inForceFrom ?? now) : undefined;
    if (state.subject === 'calendar') previous = await writeDays(transaction, state);
    return {
      type: 'approve',
      reach,
      latest,
      text: await text(state.changeId, input.reason),
      ...(inForceFrom ? { inForceFrom } : {}),
      ...(policyVersion === undefined ? {} : { policyVersion }),
    };
  };
  return onRulesChange(context, input.changeId, toCommand, async ({ em }, { changeId, subject, runs }) => {
    // The moving tells from which instants it moves what is open.
    if (subject === 'calendar')
      await changeRows(em, RulesRunEntity, { tally: { previous } }, 'change_id = ? and number = ?', [changeId, runs]);
  });
}

/** The version that came into force last, or is to: a draft is based on it. */
export async function latestPolicyVersion(em: SqlEntityManager): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    'select version from policy where in_force_since is not null order by in_force_since desc, version desc limit 1',
  );
  return row?.version ?? 0;
}

async function writePolicy({ em }: Transaction, state: RulesChangeState, from: Instant): Promise<number> {
  const content = await contentOf(em, state.changeId, state.version);
  if (!('policy' in content)) throw new Error(`${state.changeId} holds no policy`);
  const version = await nextPolicyVersion(em);
  await em.insert(PolicyEntity, { version, rules: { ...content.policy, version }, inForceSince: new Date(from) });
  return version;
}

/** The days as wanted, from now on. Answers how they were. */
async function writeDays({ em }: Transaction, state: RulesChangeState): Promise<CalendarRow[]> {
  const content = await contentOf(em, state.changeId, state.version);
  if (!('days' in content)) throw new Error(`${state.changeId} holds no days`);
  const days = content.days.map(({ day }) => day);
  const previous = (await calendarRows(em)).filter(({ day }) => days.includes(day));
  await em.nativeDelete(HolidayEntity, { day: { $in: days } });
  const rows = content.days.flatMap(({ day, kind, name }) =>
    kind === 'ordinary' ? [] : [{ day, kind, name: name ?? '' }],
  );
  if (rows.length > 0) await em.insertMany(HolidayEntity, rows);
  forgetCalendar(em);
  return previous.map(({ day, kind, name }) => ({ day, kind, name }));
}
