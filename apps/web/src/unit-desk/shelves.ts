import type { AssignmentStatus, CaseRow } from '@hotline/contracts-http';

/** How a unit's duties are laid out: overdue ones lie apart as well. */
export const SHELVES = ['waiting', 'working', 'overdue', 'returned', 'feedback'] as const;
export type Shelf = (typeof SHELVES)[number];

const ON_SHELF: Readonly<Partial<Record<AssignmentStatus, Shelf>>> = {
  waiting: 'waiting',
  working: 'working',
  suspended: 'working',
  'return-pending': 'returned',
  feedback: 'feedback',
};

/** The cases of a unit by what it has to do with each. What runs and is late lies on its own shelf and on `overdue`. */
export function shelvesOf(rows: readonly CaseRow[], unitId: string | undefined): Readonly<Record<Shelf, CaseRow[]>> {
  const shelves: Record<Shelf, CaseRow[]> = { waiting: [], working: [], overdue: [], returned: [], feedback: [] };
  for (const row of rows) {
    const duty = row.units.find((unit) => unit.unitId === unitId && unit.status !== 'withdrawn');
    const shelf = duty && ON_SHELF[duty.status];
    if (!shelf) continue;
    shelves[shelf].push(row);
    if (row.overdue && (shelf === 'waiting' || shelf === 'working')) shelves.overdue.push(row);
  }
  return shelves;
}
