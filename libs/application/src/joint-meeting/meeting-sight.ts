import type { Actor } from '@hotline/domain';
import type { Meeting } from '@hotline/persistence';
import { findCaseInSight, seesAllCases } from '../case/case-sight.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** A unit sees the meetings it is invited to or has a resolution of, also of cases it has no duty in; a deputy mayor those of the cases he sees. */
export async function maySeeMeeting(
  viewing: Pick<Transaction, 'em'> & { readonly actor: Actor },
  row: Meeting,
): Promise<boolean> {
  const { actor } = viewing;
  if (seesAllCases(actor)) return true;
  if (actor.unitId) return row.unitIds.includes(actor.unitId);
  return (await findCaseInSight(viewing, row.caseNumber)) !== undefined;
}
