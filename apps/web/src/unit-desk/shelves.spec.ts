import { expect, it } from '@jest/globals';
import type { AssignmentStatus, CaseRow } from '@hotline/contracts-http';
import { shelvesOf } from './shelves.ts';

const row = (caseNumber: string, status: AssignmentStatus, overdue = false): CaseRow => ({
  caseNumber,
  stage: 'assigned',
  kind: 'help',
  urgency: 'ordinary',
  categoryId: 'urban.lamps',
  channel: 'phone-12345',
  title: '路灯不亮',
  registeredAt: '2026-01-05T01:00:00.000Z',
  overdue,
  units: [
    { unitId: 'other', unitName: '别的单位', role: 'lead', status: 'waiting' },
    { unitId: 'ours', unitName: '本单位', role: 'co', status },
  ],
});

it('lays each case where its own duty belongs, and what runs late on the overdue shelf too', () => {
  const shelves = shelvesOf(
    [row('1', 'waiting'), row('2', 'working', true), row('3', 'feedback', true), row('4', 'withdrawn')],
    'ours',
  );
  const numbers = Object.fromEntries(
    Object.entries(shelves).map(([shelf, rows]) => [shelf, rows.map(({ caseNumber }) => caseNumber)]),
  );
  expect(numbers).toEqual({ waiting: ['1'], working: ['2'], overdue: ['2'], returned: [], feedback: ['3'] });
});
