import { isOpen, type CaseEvent, type CaseState } from '@hotline/domain';
import { changeTrait } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';

/** Brings what requests are compared and gathered by up to date with a case's events. */
export async function projectIntake(
  { em, now }: Pick<Transaction, 'em' | 'now'>,
  state: CaseState,
  before: CaseState,
  events: readonly CaseEvent[],
): Promise<void> {
  const { caseNumber, categoryId } = state;
  const open = isOpen(state);
  if (open !== isOpen(before) || categoryId !== before.categoryId)
    await changeTrait(em, { caseNumber, open, categoryId });
  for (const { type, payload } of events) {
    if (type === 'IncidentJoined') await joinRows(em, caseNumber, payload.incident, now);
    if (type === 'IncidentEnded')
      await em.execute('update incident set ended_at = ? where case_number = ?', [now, caseNumber]);
  }
}

/** The rows of a case that joined an incident. */
export async function joinRows(
  em: Transaction['em'],
  caseNumber: string,
  incident: string,
  now: string,
): Promise<void> {
  await em.execute('insert into incident_case (case_number, incident) values (?, ?)', [caseNumber, incident]);
  await em.execute('update incident set last_at = greatest(last_at, ?::timestamptz) where case_number = ?', [
    now,
    incident,
  ]);
}
