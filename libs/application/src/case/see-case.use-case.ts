import type { CaseState } from '@hotline/domain';
import { StreamEntity } from '@hotline/persistence';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { maySeeCase, seesAllCases } from './case-sight.ts';

/** Whether the actor may see a case: for telling him that it changed, without reading it. */
export async function seeCase(
  context: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: { readonly caseNumber: string },
): Promise<boolean> {
  const { actor } = context;
  if (seesAllCases(actor)) return true;
  const em = context.orm.em.fork();
  const row = await em.findOne(StreamEntity, { id: input.caseNumber, kind: 'case' });
  return row !== null && maySeeCase({ em, actor }, row.state as CaseState);
}
