import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isTraining, mobileOf } from '@hotline/domain';
import type { CitizenContext } from './citizen-context.ts';
import { countCitizen, isWithin } from './limits.ts';
import { sendCode, type SentCode } from './one-time-code.ts';

export interface RequestStatusCodeInput {
  readonly caseNumber: string;
  readonly phoneLastFour: string;
}

/**
 * 进度查询, first step: sends a code to the number that was left with the case, where its last four digits are these. Whether
 * there is such a case, such a number, or one code too many for it, answers alike and does alike. Access is logged.
 * Errors: citizen.too-many, by case and by address alone.
 */
export async function requestStatusCode(context: CitizenContext, input: RequestStatusCodeInput): Promise<SentCode> {
  const { caseNumber, phoneLastFour } = input;
  const { address } = context;
  const em = context.orm.em.fork();
  await countCitizen(em, 'caseFromAddress', caseNumber, address);
  await countCitizen(em, 'address', address);
  await countCitizen(em, 'case', caseNumber);
  const mobile = await mobileOfCase(em, caseNumber, phoneLastFour);
  // Nobody's number stands for one that does not match.
  const counted = mobile ?? `${caseNumber} ${phoneLastFour}`;
  // Not within the transaction: each count stands, and nobody who holds a connection waits for another one.
  const within = [await isWithin(em, 'phone', counted), await isWithin(em, 'phoneOfDay', counted)];
  const reached = mobile !== undefined && within.every(Boolean) ? { caseNumber, phone: mobile } : {};
  return em.transactional(async (tx) => {
    await noteOwnAccess(tx, mobile === undefined ? '' : caseNumber, 'own-case-code', await context.clock.now(tx));
    return sendCode(context, tx, { purpose: 'case-status', ...reached });
  });
}

const PHONES = `
  select caller_phone as phone from case_file where case_number = ? and caller_phone is not null
  union all select caller_phone from case_call where case_number = ? and caller_phone is not null`;

/** The mobile number that was left with the case, or by a further caller about it, and ends so. */
async function mobileOfCase(em: SqlEntityManager, caseNumber: string, lastFour: string): Promise<string | undefined> {
  const rows = await em.execute<{ phone: string }[]>(PHONES, [caseNumber, caseNumber]);
  if (isTraining(caseNumber)) return undefined;
  return rows.map(({ phone }) => mobileOf(phone)).find((mobile) => mobile?.endsWith(lastFour));
}

/** Writes down that a citizen asked about his own case; one statement, whether there is such a case or not. */
export async function noteOwnAccess(
  em: SqlEntityManager,
  caseNumber: string,
  what: string,
  now: string,
): Promise<void> {
  await em.execute(
    `insert into access_log (id, at, user_id, case_number, what)
     select gen_random_uuid(), ?, null, case_number, ? from case_file where case_number = ?`,
    [now, what, caseNumber],
  );
}
