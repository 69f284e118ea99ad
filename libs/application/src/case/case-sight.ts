import { hidesCaller, isOfCenter, type Actor, type CaseState } from '@hotline/domain';
import { findStream, type Stream } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';

/** Roles that see every case. */
const SEES_ALL = new Set<Actor['role']>([
  'operator',
  'dispatcher',
  'shift-leader',
  'quality-checker',
  'supervisor',
  'director',
  'mayor',
  'administrator',
  'machine',
]);

export function seesAllCases(actor: Actor): boolean {
  return SEES_ALL.has(actor.role);
}

/** The case numbers a deputy mayor sees: those of the units in his charge, and of the reports in his folder. Binds his id twice. */
export const CASES_OF_DEPUTY_MAYOR = `
  select a.case_number from assignment a join unit u on u.id = a.unit_id where u.deputy_mayor_id = ? and a.status <> 'withdrawn'
  union select jsonb_array_elements_text(r.case_numbers) from special_report r where ?::text in (r.deputy_mayor_id, r.told_to) and r.status <> 'draft'`;

/** A unit sees the cases it has a duty in; a deputy mayor those of the units in his charge and of his special reports. */
export async function maySeeCase({ em, actor }: Pick<Transaction, 'em' | 'actor'>, state: CaseState): Promise<boolean> {
  if (seesAllCases(actor)) return true;
  const assignments = Object.values(state.assignments).filter(({ status }) => status !== 'withdrawn');
  if (actor.unitId) return assignments.some(({ unitId }) => unitId === actor.unitId);
  if (actor.role !== 'deputy-mayor') return false;
  const [row] = await em.execute<{ found: boolean }[]>(
    `select exists (select 1 from (${CASES_OF_DEPUTY_MAYOR}) c where c.case_number = ?) as found`,
    [actor.userId, actor.userId, state.caseNumber],
  );
  return row?.found ?? false;
}

/** Who reported a violation (举报), or asked not to be named, is known to the center alone; any other caller to everybody who sees the case. */
export function maySeeCaller(actor: Actor, of: Pick<CaseState, 'kind' | 'confidential'>): boolean {
  return !hidesCaller(of) || isOfCenter(actor);
}

/** A case that the actor may see, as it is now, without a lock. */
export async function findCaseInSight(
  viewing: Pick<Transaction, 'em' | 'actor'>,
  caseNumber: string,
): Promise<{ readonly row: Stream; readonly state: CaseState } | undefined> {
  const row = await findStream(viewing.em, caseNumber);
  if (row?.kind !== 'case') return undefined;
  const state = row.state as CaseState;
  return (await maySeeCase(viewing, state)) ? { row, state } : undefined;
}
