import { mobileOf } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import type { CitizenContext } from './citizen-context.ts';
import { countCitizen, isWithin } from './limits.ts';
import { sendCode, type SentCode } from './one-time-code.ts';

/**
 * 网上诉求, first step: sends a code to a phone, to be sure that it is in the hand of who will write. A phone that has had too
 * many already is answered alike and gets none. Errors: citizen.not-mobile, citizen.too-many.
 */
export async function requestPhoneCode(context: CitizenContext, input: { readonly phone: string }): Promise<SentCode> {
  const { address } = context;
  const mobile = mobileOf(input.phone);
  if (mobile === undefined) throw new AppError('citizen.not-mobile');
  const em = context.orm.em.fork();
  await countCitizen(em, 'address', address);
  const within = [await isWithin(em, 'phone', mobile), await isWithin(em, 'phoneOfDay', mobile)];
  return sendCode(context, em, { purpose: 'web-request', ...(within.every(Boolean) ? { phone: mobile } : {}) });
}
