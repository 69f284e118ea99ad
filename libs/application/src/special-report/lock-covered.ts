import { arrayOf, lockStream } from '@hotline/persistence';
import { lockAnyCase, type LockedCase } from '../case/change-case.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** Locks cases in the order of their numbers (DESIGN, section 4). Errors: case.not-found. */
export async function lockInOrder(
  transaction: Transaction,
  caseNumbers: readonly string[],
): Promise<Map<string, LockedCase>> {
  const locked = new Map<string, LockedCase>();
  for (const caseNumber of [...new Set(caseNumbers)].sort())
    locked.set(caseNumber, await lockAnyCase(transaction, caseNumber));
  return locked;
}

/**
 * Before a case is locked whose draft may be issued: the cases that the draft covers besides, as far as they come before it
 * in the order of locks. The later ones are locked when they are told.
 */
export async function lockCoveredBefore({ em }: Transaction, caseNumber: string): Promise<void> {
  const rows = await em.execute<{ earlier: string }[]>(
    `select distinct earlier from special_report r, jsonb_array_elements_text(r.case_numbers) earlier
     where r.status = 'draft' and r.case_numbers @> to_jsonb(?::text[]) and earlier < ? order by earlier`,
    [arrayOf([caseNumber]), caseNumber],
  );
  for (const { earlier } of rows) await lockStream(em, earlier);
}
