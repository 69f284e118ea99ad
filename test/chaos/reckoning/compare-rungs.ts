import { actionKey, type RungActed } from '@hotline/domain';
import type { Complaint } from './complaint.ts';
import type { LedgerFacts } from './ledger-facts.ts';

/** No rung acts twice, and none tells anybody twice. */
export function compareRungs({ events, notices }: Pick<LedgerFacts, 'events' | 'notices'>): Complaint[] {
  const acted = events.filter(({ type }) => type === 'RungActed');
  const keys = acted.map(({ stream, payload }) => `${stream} ${actionKey(payload as unknown as RungActed)}`);
  const byRung = new Map(acted.map(({ stream, number }, index) => [`${stream} ${number}`, keys[index] ?? '']));
  const told = notices.flatMap(({ stream, event_number: number, kind, subject, recipient }) => {
    const rung = byRung.get(`${stream} ${number}`);
    return rung ? [`${rung}: ${kind} of ${subject} to ${recipient}`] : [];
  });
  return [
    ...repeated(keys).map((what): Complaint => ({ kind: 'rung-twice', what })),
    ...repeated(told).map((what): Complaint => ({ kind: 'notice-twice', what })),
  ];
}

/** What occurs more than once, each with its count. */
function repeated(all: readonly string[]): string[] {
  return [...Map.groupBy(all, (one) => one)].flatMap(([one, { length }]) =>
    length > 1 ? [`${one}, ${length} times`] : [],
  );
}
