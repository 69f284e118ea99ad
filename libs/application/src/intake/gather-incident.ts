import type { CaseState, EventEnvelope } from '@hotline/domain';
import { changeCase, lockAnyCase } from '../case/change-case.ts';
import { asMachine, type Transaction } from '../use-case/run-use-case.ts';
import { joinRows } from './project-intake.ts';

/**
 * What a newly registered case means for an incident: the one it opens gathers the cases before it, each by an event of the
 * machine; the one it joins has one case more.
 */
export async function gatherIncident(
  transaction: Transaction,
  { caseNumber }: CaseState,
  events: readonly EventEnvelope[],
): Promise<void> {
  const { em, now } = transaction;
  for (const { type, payload } of events) {
    if (type === 'IncidentJoined' && 'incident' in payload)
      await joinRows(em, caseNumber, String(payload.incident), now);
    if (type !== 'IncidentOpened' || !('cases' in payload)) continue;
    await em.execute('insert into incident (case_number, opened_at, last_at) values (?, ?, ?)', [caseNumber, now, now]);
    await joinRows(em, caseNumber, caseNumber, now);
    for (const other of (payload.cases as readonly string[]).toSorted()) await join(transaction, other, caseNumber);
  }
}

/** A case that came before joins; unless another transaction was faster. */
async function join(transaction: Transaction, caseNumber: string, incident: string): Promise<void> {
  const locked = await lockAnyCase(transaction, caseNumber);
  if (locked.state.incident) return;
  await changeCase(asMachine(transaction), locked, { type: 'join-incident', incident });
}
