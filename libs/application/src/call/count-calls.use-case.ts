import { callReport, type CallFacts, type CallLine, type CallReport, type Period } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { seesAllCases } from '../case/case-sight.ts';
import { periodAsked, type AskedPeriod } from '../rates/period.ts';
import { rulesInForce } from '../rules/rules.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

interface Row {
  readonly line: CallLine;
  readonly rang_at: Date;
  readonly answered_at: Date | null;
}

/**
 * 接通率 and 及时接听率 of a period: of all calls, by line, by day, by hour of the day, from the calls as the telephone told
 * them. Errors: access.denied, period.not-one.
 */
export async function countCalls(
  context: Pick<UseCaseContext, 'orm' | 'actor' | 'clock'>,
  asked: AskedPeriod,
): Promise<CallReport & Period & { readonly answerWithinSeconds: number }> {
  if (!seesAllCases(context.actor)) throw new AppError('access.denied', { action: 'count-calls' });
  const period = await periodAsked(context, asked);
  const em = context.orm.em.fork();
  const { answerWithinSeconds } = (await rulesInForce(em)).policy.calls;
  const rows = await em.execute<Row[]>(
    'select line, rang_at, answered_at from call where rang_at >= ? and rang_at < ?',
    [period.from, period.to],
  );
  return { ...period, answerWithinSeconds, ...callReport(rows.map(factsOf), period, answerWithinSeconds) };
}

function factsOf({ line, rang_at: rang, answered_at: answered }: Row): CallFacts {
  return {
    line,
    rangAt: new Date(rang).toISOString(),
    ...(answered ? { answeredAt: new Date(answered).toISOString() } : {}),
  };
}
