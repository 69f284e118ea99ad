import { useCode } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { CitizenContext } from './citizen-context.ts';
import { citizenViewOf, type CitizenView } from './citizen-view.ts';
import { countCitizen } from './limits.ts';
import { judgeCode } from './one-time-code.ts';
import { noteOwnAccess } from './request-status-code.use-case.ts';

/**
 * 进度查询, second step: with the code from his phone a citizen sees his case as it stands for him, once. Access is logged.
 * Errors: citizen.wrong-code for one that is wrong, used, too old, tried too often or never was; citizen.too-many.
 */
export async function seeOwnCase(
  context: Omit<CitizenContext, 'sms'>,
  input: { readonly codeId: string; readonly code: string },
): Promise<CitizenView> {
  const em = context.orm.em.fork();
  await countCitizen(em, 'triesFromAddress', context.address);
  const { caseNumber, now } = await judgeCode(context, em, { ...input, purpose: 'case-status' });
  if (caseNumber === undefined) throw new AppError('citizen.wrong-code');
  return em.transactional(async (tx) => {
    if (!(await useCode(tx, { id: input.codeId, now }))) throw new AppError('citizen.wrong-code');
    await noteOwnAccess(tx, caseNumber, 'own-case', now);
    return citizenViewOf(tx, caseNumber);
  });
}
