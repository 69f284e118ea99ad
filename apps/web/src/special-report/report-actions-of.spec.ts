import { expect, it } from '@jest/globals';
import { reportActionsOf } from './report-actions-of.ts';

it('lets the deputy mayor whose folder it is give the instruction, and no other', () => {
  const report = { status: 'submitted', deputyMayorId: 'deputy-a' } as const;
  expect(reportActionsOf(report, { id: 'deputy-a', role: 'deputy-mayor' })).toEqual(['give-instruction']);
  expect(reportActionsOf(report, { id: 'deputy-b', role: 'deputy-mayor' })).toEqual([]);
});

it('lets a supervisor revise a draft, but only the director submit it', () => {
  const report = { status: 'draft', deputyMayorId: 'deputy-a' } as const;
  expect(reportActionsOf(report, { id: 's', role: 'supervisor' })).toEqual(['revise-report', 'cover-cases']);
  expect(reportActionsOf(report, { id: 'd', role: 'director' })).toContain('submit-report');
});

it('lets the director say whether the executive deputy mayor hears of what is open after its term', () => {
  const report = { status: 'instructed', deputyMayorId: 'deputy-a', dueAt: '2026-01-20T02:00:00.000Z' } as const;
  const director = { id: 'd', role: 'director' } as const;
  expect(reportActionsOf(report, director, '2026-01-19T02:00:00.000Z')).not.toContain('decide-open');
  expect(reportActionsOf(report, director, '2026-01-20T02:00:00.000Z')).toContain('decide-open');
  expect(reportActionsOf({ ...report, toldTo: 'x' }, director, '2026-01-21T02:00:00.000Z')).not.toContain(
    'decide-open',
  );
});
