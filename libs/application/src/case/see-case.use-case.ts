import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { findCaseInSight, seesAllCases } from './case-sight.ts';

/** Whether the actor may see a case: for telling him that it changed, without reading it. */
export async function seeCase(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: { readonly caseNumber: string },
): Promise<boolean> {
  return seesAllCases(actor) || (await findCaseInSight({ em: orm.em.fork(), actor }, input.caseNumber)) !== undefined;
}
