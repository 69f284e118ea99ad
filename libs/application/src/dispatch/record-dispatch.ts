import { isTraining, type CaseEvent } from '@hotline/domain';
import type { Transaction } from '../use-case/run-use-case.ts';

/** Who sent a case to which unit, and whether it stayed there: what dispatchers' rates are counted from. */
export async function recordDispatch(
  { em }: Pick<Transaction, 'em'>,
  caseNumber: string,
  events: readonly CaseEvent[],
): Promise<void> {
  if (isTraining(caseNumber)) return;
  for (const { type, payload, by, at } of events) {
    if (type === 'CaseAssigned')
      for (const { assignmentId, unitId } of payload.assignments)
        await em.execute(
          'insert into dispatch (case_number, assignment_id, unit_id, at, dispatcher) values (?, ?, ?, ?, ?) on conflict do nothing',
          [caseNumber, assignmentId, unitId, at, by],
        );
    if (type === 'AssignmentReturned') await mark(em, caseNumber, payload.assignmentId, 'returned');
    if (type === 'ReturnRuled' && payload.ruling === 'accepted')
      await mark(em, caseNumber, payload.assignmentId, 'misdirected');
    if (type === 'DisputeRuled' && payload.moved) await mark(em, caseNumber, payload.assignmentId, 'misdirected');
  }
}

async function mark(
  em: Transaction['em'],
  caseNumber: string,
  assignmentId: string,
  what: 'returned' | 'misdirected',
): Promise<void> {
  await em.execute(`update dispatch set ${what} = true where case_number = ? and assignment_id = ?`, [
    caseNumber,
    assignmentId,
  ]);
}
