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
import { findStreams } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { seesAllCases } from '../case/case-sight.ts';
import { casesOfPeriod } from '../rates/cases-of-period.ts';
import { periodAsked, type AskedPeriod } from '../rates/period.ts';
import { rulesOfVersion } from '../rules/rules.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

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
  for await (const cases of casesOfPeriod(em, period, { channel: 'phone-122' }))
    facts.push(...(await factsOf(em, cases)));
  const { all, byHelp } = line122Figures(facts, period);
  const kinds = Object.entries(byHelp) as [HelpKind, Line122Figures][];
  return { ...period, all, byHelp: kinds.map(([help, figures]) => ({ help, ...figures })) };
}

async function factsOf(
  em: SqlEntityManager,
  cases: ReadonlyMap<string, readonly CaseEvent[]>,
): Promise<Line122Facts[]> {
  const facts: Line122Facts[] = [];
  for (const { id, state } of await findStreams(em, [...cases.keys()])) {
    const { policy, time } = await rulesOfVersion(em, (state as CaseState).policyVersion);
    const known = line122FactsOf(cases.get(id) ?? [], policy.line122, time);
    if (known) facts.push(known);
  }
  return facts;
}
