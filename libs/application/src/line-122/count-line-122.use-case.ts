import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  line122FactsOf,
  line122Figures,
  type CaseEvent,
  type CaseState,
  type HelpKind,
  type Line122Facts,
  type Line122Figures,
  type Period,
} from '@hotline/domain';
import { eventsOfStreams, findStreams } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { seesAllCases } from '../case/case-sight.ts';
import { rulesOfVersion } from '../rules/rules.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { periodAsked, type AskedPeriod } from './period.ts';

export interface Line122Report extends Period {
  readonly all: Line122Figures;
  readonly byHelp: readonly (Line122Figures & { readonly help: HelpKind })[];
}

/**
 * The 122 line's own figures of a period, from the ledger: counts, what was done within its minutes, and the rates of the
 * appraisal, for the whole line and by kind of help. Errors: access.denied, period.not-one.
 */
export async function countLine122(
  context: Pick<UseCaseContext, 'orm' | 'actor' | 'clock'>,
  asked: AskedPeriod,
): Promise<Line122Report> {
  if (!seesAllCases(context.actor)) throw new AppError('access.denied', { action: 'count-line-122' });
  const period = await periodAsked(context, asked);
  const em = context.orm.em.fork();
  const facts: Line122Facts[] = [];
  const numbers = await casesOfPeriod(em, period);
  for (let first = 0; first < numbers.length; first += TOGETHER)
    facts.push(...(await factsOf(em, numbers.slice(first, first + TOGETHER))));
  const { all, byHelp } = line122Figures(facts, period);
  const kinds = Object.entries(byHelp) as [HelpKind, Line122Figures][];
  return { ...period, all, byHelp: kinds.map(([help, figures]) => ({ help, ...figures })) };
}

/** So many cases are read and folded at a time. */
const TOGETHER = 200;

/** Those that were open at some time of the period, or have a due in it. */
const CASES = `
  select f.case_number from case_file f where f.channel = 'phone-122' and f.registered_at < ? and (
    f.closed_at is null or f.closed_at >= ?
    or exists (select from assignment a where a.case_number = f.case_number and a.due_at >= ? and a.due_at < ?))
  order by f.case_number`;

async function casesOfPeriod(em: SqlEntityManager, { from, to }: Period): Promise<string[]> {
  const rows = await em.execute<{ case_number: string }[]>(CASES, [to, from, from, to]);
  return rows.map((row) => row.case_number);
}

async function factsOf(em: SqlEntityManager, numbers: readonly string[]): Promise<Line122Facts[]> {
  const [streams, events] = await Promise.all([findStreams(em, numbers), eventsOfStreams(em, numbers)]);
  const byCase = Map.groupBy(events as CaseEvent[], ({ stream }) => stream);
  const facts: Line122Facts[] = [];
  for (const { id, state } of streams) {
    const { policy, time } = await rulesOfVersion(em, (state as CaseState).policyVersion);
    const known = line122FactsOf(byCase.get(id) ?? [], policy.line122, time);
    if (known) facts.push(known);
  }
  return facts;
}
