import {
  dayIndexOf,
  DomainError,
  localDayOf,
  millisecondsOf,
  policyProblems,
  weekdayOf,
  type Instant,
  type Policy,
  type RulesSubject,
} from '@hotline/domain';
import {
  canonicalJson,
  insertRows,
  nextRulesChangeId,
  RulesContentEntity,
  sha256,
  type RulesContent,
  type WantedDay,
} from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { changeRules, onRulesChange } from './change-rules.ts';
import { latestPolicyVersion } from './steer-rules.use-case.ts';
import { viewRulesChange, type RulesChangeView } from './rules-change-view.ts';

/** What somebody writes: a policy whole, but for its version, or days of the calendar; and why. */
export interface RulesWriting {
  readonly policy?: unknown;
  readonly days?: readonly WantedDay[];
  readonly reason: string;
}

/**
 * Drafts a change of the rules: a policy's next version, based on the one in force, or days of the calendar. Errors:
 * policy.invalid with each wrong field, calendar.day-twice, calendar.day-over, calendar.day-unknown,
 * calendar.work-on-a-workday, access.denied.
 */
export function draftRules(context: UseCaseContext, input: RulesWriting): Promise<RulesChangeView> {
  return runUseCase(context, async (transaction) => {
    const id = await nextRulesChangeId(transaction.em);
    const content = contentFrom(input, transaction.now);
    const subject: RulesSubject = 'policy' in content ? 'policy' : 'calendar';
    const written = await writtenOf(transaction, id, content, input.reason);
    const changed = await changeRules(transaction, { id }, { type: 'draft', subject, ...written });
    await keepContent(transaction, id, { version: 1, content });
    return viewRulesChange(transaction, changed);
  });
}

/** Writes a draft anew, upon the policy that is in force now; what was previewed of it no longer counts. */
export function reviseRules(
  context: UseCaseContext,
  input: RulesWriting & { readonly changeId: string },
): Promise<RulesChangeView> {
  return onRulesChange(context, input.changeId, async (transaction, state) => {
    const content = contentFrom(input, transaction.now);
    if ('policy' in content !== (state.subject === 'policy')) throw new AppError('rules.other-subject');
    await keepContent(transaction, state.changeId, { version: state.version + 1, content });
    return { type: 'revise', ...(await writtenOf(transaction, state.changeId, content, input.reason)) };
  });
}

function contentFrom({ policy, days }: RulesWriting, now: Instant): RulesContent {
  if (days) return { days: checkedDays(days, now) };
  const fields = policyProblems(policy);
  if (fields.length > 0) throw new AppError('policy.invalid', { fields });
  return { policy: policy as Omit<Policy, 'version'> };
}

/** Only days to come change: what was counted up to today stays as it was counted. */
function checkedDays(days: readonly WantedDay[], now: Instant): WantedDay[] {
  const today = dayIndexOf(millisecondsOf(now));
  const seen = new Set<string>();
  for (const { day, kind, name } of days) {
    ensureStorable(name);
    const index = dayIndexOf(Date.parse(`${day}T00:00:00Z`));
    if (Number.isNaN(index) || localDayOf(index) !== day) throw new DomainError('calendar.day-unknown', { day });
    if (seen.has(day)) throw new DomainError('calendar.day-twice', { day });
    if (index <= today) throw new DomainError('calendar.day-over', { day });
    const isWeekend = weekdayOf(index) === 0 || weekdayOf(index) === 6;
    if (kind === 'workday' && !isWeekend) throw new DomainError('calendar.work-on-a-workday', { day });
    seen.add(day);
  }
  return days.map(({ day, kind, name }) => ({ day, kind, ...(name ? { name } : {}) }));
}

async function writtenOf({ em, text }: Transaction, id: string, content: RulesContent, reason: string) {
  return {
    digest: sha256(canonicalJson(content)),
    basedOn: await latestPolicyVersion(em),
    text: await text(id, reason),
  };
}

async function keepContent(
  { em, actor, now }: Transaction,
  changeId: string,
  { version, content }: { readonly version: number; readonly content: RulesContent },
): Promise<void> {
  const digest = sha256(canonicalJson(content));
  await insertRows(em, RulesContentEntity, [
    { changeId, version, content, digest, writtenBy: actor.userId, writtenAt: new Date(now) },
  ]);
}
