import { expect, it } from '@jest/globals';
import { reportActionsOf } from './report-actions-of.ts';

it('lets the deputy mayor whose folder it is give the instruction, and no other', () => {
  const report = { status: 'submitted', deputyMayorId: 'deputy-a' } as const;
  expect(reportActionsOf(report, { id: 'deputy-a', role: 'deputy-mayor' })).toEqual(['give-instruction']);
  expect(reportActionsOf(report, { id: 'deputy-b', role: 'deputy-mayor' })).toEqual([]);
});

it('lets a supervisor revise a draft, but only the director submit it', () => {
  const report = { status: 'draft', deputyMayorId: 'deputy-a' } as const;
  expect(reportActionsOf(report, { id: 's', role: 'supervisor' })).toEqual(['revise-report']);
  expect(reportActionsOf(report, { id: 'd', role: 'director' })).toContain('submit-report');
});
