import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { countLoginAttempt, sha256 } from '@hotline/persistence';
import { AppError } from '../app-error.ts';

const QUARTER = 15 * 60;
const DAY = 24 * 3600;

/** How often each thing may be done, and in which time; seconds. */
export const CITIZEN_LIMITS = {
  /** Codes asked for about one case from one address, so that nobody shuts the citizen out from elsewhere. */
  caseFromAddress: { most: 5, within: QUARTER },
  /** Codes asked for about one case, from everywhere: against guessing the four digits with many addresses. */
  case: { most: 30, within: QUARTER },
  /** Codes asked for from one address. */
  address: { most: 40, within: QUARTER },
  /** Codes tried from one address. */
  triesFromAddress: { most: 60, within: QUARTER },
  /** Codes sent to one phone. */
  phone: { most: 3, within: QUARTER },
  phoneOfDay: { most: 10, within: DAY },
  /** Requests brought from one address, and by one phone. */
  requestsFromAddress: { most: 30, within: DAY },
  /** Mails taken in from one sender. */
  mailsOfSender: { most: 20, within: DAY },
  requestsOfPhone: { most: 10, within: DAY },
} as const;
export type CitizenLimit = keyof typeof CITIZEN_LIMITS;

/** The longest window: what is older is counted nowhere. */
export const LONGEST_WINDOW = DAY;

/** Counts before anything is judged, so that requests in parallel are counted too. Errors: citizen.too-many. */
export async function countCitizen(em: SqlEntityManager, limit: CitizenLimit, ...of: readonly string[]): Promise<void> {
  const secondsLeft = await secondsBeyond(em, limit, of);
  if (secondsLeft !== undefined) throw new AppError('citizen.too-many', { retryAfterSeconds: secondsLeft });
}

/** The same, where nobody may be told: whether it is still within the limit. */
export async function isWithin(em: SqlEntityManager, limit: CitizenLimit, ...of: readonly string[]): Promise<boolean> {
  return (await secondsBeyond(em, limit, of)) === undefined;
}

async function secondsBeyond(
  em: SqlEntityManager,
  limit: CitizenLimit,
  of: readonly string[],
): Promise<number | undefined> {
  const { most, within } = CITIZEN_LIMITS[limit];
  // The digest keeps numbers out of the table.
  const key = `citizen-${limit}:${sha256(JSON.stringify(of))}`;
  const { attempts, secondsLeft } = await countLoginAttempt(em, key, within);
  return attempts > most ? secondsLeft : undefined;
}
