import type { CaseState } from '@hotline/domain';
import { StreamEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { viewCase, type CaseView } from './case-view.ts';
import { maySeeCase } from './case-sight.ts';

/** A case as the actor may see it. Errors: case.not-found, also for what is not his. */
export async function getCase(
  context: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: { readonly caseNumber: string },
): Promise<CaseView> {
  const em = context.orm.em.fork();
  const { actor } = context;
  const row = await em.findOne(StreamEntity, { id: input.caseNumber, kind: 'case' });
  const state = row?.state as CaseState | undefined;
  if (!row || !state || !(await maySeeCase({ em, actor }, state))) throw new AppError('case.not-found');
  return viewCase({ em, actor }, { row, state });
}
