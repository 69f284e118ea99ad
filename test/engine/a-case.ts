import type { Actor, CaseCommand, UnitToAssign } from '@hotline/domain';

const TEXT = { id: 'text-1', sha256: '0'.repeat(64) };

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const REGISTER: CaseCommand = { type: 'register', kind: 'help', urgency: 'ordinary', categoryId: 'c-housing' };

export const unitHandler = (unitId: string): Actor => ({ userId: `u-${unitId}`, role: 'unit-handler', unitId });

const unit = (unitId: string, role: UnitToAssign['role']): UnitToAssign => ({ unitId, role, member: true });

/** Assigns to a lead unit and co units. */
export const assign = (lead: string, ...others: string[]): CaseCommand => ({
  type: 'assign',
  units: [unit(lead, 'lead'), ...others.map((unitId) => unit(unitId, 'co'))],
  quality: TEXT,
  feedback: TEXT,
});

export const acknowledge = (assignmentId: string): CaseCommand => ({ type: 'acknowledge', assignmentId });

/** The unit spoke with the citizen, as it owes him within a working day. */
export const contact = (assignmentId: string, contactedAt: string): CaseCommand => ({
  type: 'record-contact',
  assignmentId,
  contactedAt,
  contactMethod: 'phone',
  text: TEXT,
});

export const feedback = (assignmentId: string, contactedAt: string): CaseCommand => ({
  type: 'submit-feedback',
  assignmentId,
  outcome: 'solved',
  text: TEXT,
  contactedAt,
  contactMethod: 'phone',
});

export const review = (assignmentId: string): CaseCommand => ({ type: 'review', assignmentId, accepted: true });

export const callBack: CaseCommand = {
  type: 'record-callback',
  result: 'reached',
  contactedByUnit: true,
  solved: true,
  satisfaction: 'satisfied',
};

export const convene = (startsAt: string, ...unitIds: string[]): CaseCommand => ({
  type: 'convene-meeting',
  unitIds,
  startsAt,
});

export const holdSettled = {
  type: 'hold',
  settled: true,
  minutes: TEXT,
  attendedUnitIds: ['housing'],
  resolutions: [],
} as const;

export const closeAsExplained: CaseCommand = { type: 'close', outcome: 'explained', text: TEXT };

export const reopen: CaseCommand = { type: 'reopen', text: TEXT };

export const answerDirectly: CaseCommand = { type: 'answer-directly', text: TEXT };
