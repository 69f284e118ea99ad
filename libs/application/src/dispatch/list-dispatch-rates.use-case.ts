import { dispatchRates, type DispatchRates } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { namesOfPeople } from '../organisation/names.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** One dispatcher's rates in a period. */
export interface DispatcherRates extends DispatchRates {
  readonly dispatcherId: string;
  readonly dispatcherName: string;
}

const READERS: readonly UseCaseContext['actor']['role'][] = ['supervisor', 'director', 'mayor'];

/** 交办准确率, 退单率 by dispatcher: of the assignments made in a period. Errors: access.denied. */
export async function listDispatchRates(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { from, to }: { readonly from?: string; readonly to?: string },
): Promise<{ readonly items: readonly DispatcherRates[] }> {
  if (!READERS.includes(actor.role)) throw new AppError('access.denied');
  const em = orm.em.fork();
  const rows = await em.execute<{ dispatcher: string; assigned: number; returned: number; misdirected: number }[]>(
    `select dispatcher, count(*)::int as assigned, count(*) filter (where returned)::int as returned,
       count(*) filter (where misdirected)::int as misdirected
     from dispatch where at >= coalesce(?::timestamptz, '-infinity') and at < coalesce(?::timestamptz, 'infinity')
     group by dispatcher order by count(*) desc, dispatcher`,
    [from ?? null, to ?? null],
  );
  const nameOf = await namesOfPeople(
    em,
    rows.map(({ dispatcher }) => dispatcher),
  );
  return {
    items: rows.map(({ dispatcher, ...counts }) => ({
      dispatcherId: dispatcher,
      dispatcherName: nameOf(dispatcher) ?? dispatcher,
      ...dispatchRates(counts),
    })),
  };
}
