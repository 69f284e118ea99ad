import { mayDo } from '@hotline/domain';
import { CaseFileEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { findCaseInSight } from '../case/case-sight.ts';
import { rulesInForce } from '../rules/rules.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { findSimilar, type SimilarRequest } from './find-similar.ts';
import type { ToldRequest } from './compared.ts';

interface Found {
  readonly items: readonly SimilarRequest[];
}

/** 相似诉求, while a request is written down: open ones like it, by what is told so far. Errors: access.denied. */
export async function findSimilarRequests(
  { orm, actor, clock }: Pick<UseCaseContext, 'orm' | 'actor' | 'clock'>,
  told: ToldRequest,
): Promise<Found> {
  if (!mayDo(actor, 'register')) throw new AppError('access.denied', { action: 'register' });
  const em = orm.em.fork();
  const { policy } = await rulesInForce(em);
  return { items: await findSimilar(em, told, { now: await clock.now(em), policy: policy.intake }) };
}

/** 相似诉求 of a case that is there: open ones like it. For the center alone. Errors: access.denied, case.not-found. */
export async function findSimilarCases(
  { orm, actor, clock }: Pick<UseCaseContext, 'orm' | 'actor' | 'clock'>,
  { caseNumber }: { readonly caseNumber: string },
): Promise<Found> {
  if (!mayDo(actor, 'merge')) throw new AppError('access.denied', { action: 'merge' });
  const em = orm.em.fork();
  const found = await findCaseInSight({ em, actor }, caseNumber);
  if (!found) throw new AppError('case.not-found');
  const { title, text, place, categoryId, callerPhone } = await em.findOneOrFail(
    CaseFileEntity,
    { caseNumber },
    { disableIdentityMap: true },
  );
  const { policy } = await rulesInForce(em);
  const told = { title, text, categoryId, place: place ?? undefined, callerPhone: callerPhone ?? undefined };
  const since = { now: await clock.now(em), policy: policy.intake, except: caseNumber };
  return { items: await findSimilar(em, told, since) };
}
