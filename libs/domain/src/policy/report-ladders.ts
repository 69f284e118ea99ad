import type { LadderName, RungRule } from './policy.ts';

const days = (workingDays: number) => ({ workingDays });

/** 批办: the folder, the instruction awaited, its term, its parts, and what stays open after it. */
export const REPORT_LADDERS = {
  'weekly-folder': [{ rung: 'deliver', after: 'due', offset: days(0), effects: [] }],
  'instruction-awaited': [
    {
      rung: 'office-reminder',
      after: 'due',
      offset: days(0),
      effects: ['notice:instruction-reminder:deputy-office'],
    },
    {
      rung: 'director-told',
      after: 'due',
      offset: days(1),
      effects: ['notice:instruction-overdue:director'],
      repeat: days(3),
    },
  ],
  'instruction-term': [
    {
      rung: 'due',
      after: 'due',
      offset: days(0),
      effects: ['task:instruction-follow-up:supervision'],
      work: true,
    },
    {
      rung: 'overdue',
      after: 'due',
      offset: days(1),
      effects: ['notice:instruction-due:director', 'notice:instruction-due:deputy-office'],
      repeat: days(5),
    },
  ],
  'instruction-part': [
    {
      rung: 'due',
      after: 'due',
      offset: days(0),
      effects: ['notice:instruction-due:head'],
    },
    {
      rung: 'overdue',
      after: 'due',
      offset: days(1),
      effects: ['task:instruction-follow-up:supervision', 'notice:instruction-due:director'],
      repeat: days(5),
    },
  ],
  'part-review': [
    { rung: 'overdue', after: 'due', offset: days(0), effects: ['notice:desk-overdue:director'], repeat: days(1) },
  ],
  'open-instruction': [
    { rung: 'ask', after: 'start', offset: days(0), effects: ['task:open-instruction:director'] },
    { rung: 'told', after: 'due', offset: days(0), effects: [] },
  ],
} satisfies Partial<Record<LadderName, readonly RungRule[]>>;
