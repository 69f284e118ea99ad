import { DATABASE_UNAVAILABLE, NOTICE_UNDELIVERED, SERVICE_OUTDATED, UNEXPECTED } from '@hotline/contracts-process';
import { ApplicationFailure } from '@temporalio/common';

/** SQLSTATE and socket codes that say: the database cannot be asked now, and the same may work later. */
const OUTAGES =
  /^(08\w{3}|57P0[1-5]|53\w{3}|25006|40001|40P01|55P03|58\w{3}|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH)$/;
const OUTAGE_WORDS =
  /connection terminated|connection ended|timeout exceeded when trying to connect|acquire a connection/i;
const OWN_CODE = /^[a-z][a-z-]*(\.[a-z][a-z-]*)+$/;
const PASSING = new Set<string>([DATABASE_UNAVAILABLE, NOTICE_UNDELIVERED, SERVICE_OUTDATED]);

/** When an activity is no longer tried again by itself. */
export type GivingUp =
  /** A rule that was not met fails at once; a defect, an error without a code, after so many attempts. */
  | { readonly defectAfter: number }
  /** Tried again as long as the workflow's options say, until somebody mends what is wrong. */
  | 'never';

/**
 * The one place where an error of the application becomes a failure that a history may show: a code, no words
 * (DESIGN, section 5). An outage of the database is never given up here.
 */
export function activityFailure(error: unknown, attempt: number, givingUp: GivingUp): ApplicationFailure {
  const code = codeOf(error);
  return ApplicationFailure.create({ message: code, type: code, nonRetryable: isFinal(code, attempt, givingUp) });
}

function isFinal(code: string, attempt: number, givingUp: GivingUp): boolean {
  if (givingUp === 'never' || PASSING.has(code)) return false;
  return code !== UNEXPECTED || attempt >= givingUp.defectAfter;
}

function codeOf(error: unknown): string {
  const chain = causesOf(error);
  const own = chain.map(({ code }) => code).find((code) => typeof code === 'string' && OWN_CODE.test(code));
  if (typeof own === 'string' && PASSING.has(own)) return own;
  if (chain.some(isOutage)) return DATABASE_UNAVAILABLE;
  return typeof own === 'string' ? own : UNEXPECTED;
}

interface Coded {
  readonly code?: unknown;
  readonly message?: unknown;
}

function causesOf(error: unknown): Coded[] {
  const chain: Coded[] = [];
  let next: unknown = error;
  while (typeof next === 'object' && next !== null && chain.length < 8) {
    chain.push(next);
    if (next instanceof AggregateError) chain.push(...(next.errors as Coded[]));
    next = 'cause' in next ? next.cause : undefined;
  }
  return chain;
}

function isOutage({ code, message }: Coded): boolean {
  if (typeof code === 'string' && OUTAGES.test(code)) return true;
  return typeof message === 'string' && OUTAGE_WORDS.test(message);
}
