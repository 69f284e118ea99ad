import { CITIZEN_ACTOR } from '@hotline/domain';
import { CaseFileEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { attachTo, checkedFile, type NewFile } from '../attachment/attach.ts';
import { lockAnyCase } from '../case/change-case.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { CitizenContext } from './citizen-context.ts';
import { countCitizen } from './limits.ts';
import { judgeCode } from './one-time-code.ts';
import { webRequestId } from './bring-request.use-case.ts';

/** How many files a citizen may add to what he brought by himself. */
const MOST_FILES = 5;

/**
 * 网上诉求附件: a citizen adds a file to the request that he has just brought, while its code is good. Errors:
 * citizen.wrong-code, also before the request was brought; attachment.*; citizen.too-many.
 */
export async function bringFile(
  context: Omit<CitizenContext, 'sms'>,
  { codeId, code, ...given }: NewFile & { readonly codeId: string; readonly code: string },
): Promise<{ readonly attachments: number }> {
  const em = context.orm.em.fork();
  await countCitizen(em, 'triesFromAddress', context.address);
  await judgeCode(context, em, { codeId, code, purpose: 'web-request' });
  const file = await checkedFile(given);
  const { orm, clock } = context;
  return runUseCase({ orm, clock, actor: CITIZEN_ACTOR }, async (transaction) => {
    const own = await transaction.em.findOne(
      CaseFileEntity,
      { externalId: webRequestId(codeId) },
      { disableIdentityMap: true },
    );
    if (!own) throw new AppError('citizen.wrong-code');
    const locked = await lockAnyCase(transaction, own.caseNumber);
    if ((locked.state.attachments ?? 0) >= MOST_FILES) throw new AppError('attachment.too-many');
    const { state } = await attachTo(transaction, locked, file);
    return { attachments: state.attachments ?? 0 };
  });
}
