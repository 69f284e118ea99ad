import type { LadderName, RungRule } from '../policy/policy.ts';

const minutes = (count: number) => ({ minutes: count });
const days = (workingDays: number) => ({ workingDays });

/** The ladders of minute terms: the shift leader hears of what is late, and then the director on duty, day and night. */
export const LINE_122_LADDERS = {
  'line-122-intake': [
    {
      rung: 'unanswered',
      after: 'due',
      offset: minutes(0),
      effects: ['task:assign-or-answer:shift-leader', 'notice:desk-overdue:shift-leader'],
      work: true,
    },
    {
      rung: 'still-unanswered',
      after: 'due',
      offset: minutes(20),
      effects: ['notice:desk-overdue:director'],
      repeat: minutes(60),
    },
  ],
  'line-122-acknowledge': [
    { rung: 'unread', after: 'start', offset: { share: 0.5 }, effects: ['task:phone-unread:dispatch'] },
    {
      rung: 'reminder',
      after: 'due',
      offset: minutes(0),
      effects: ['notice:acknowledge-reminder:head', 'task:phone-acknowledge:dispatch'],
    },
    {
      rung: 'shift-leader',
      after: 'due',
      offset: minutes(10),
      effects: ['notice:minutes-late:shift-leader', 'task:phone-acknowledge:shift-leader'],
      repeat: minutes(30),
    },
  ],
  'line-122-report': [
    {
      rung: 'missing',
      after: 'due',
      offset: minutes(0),
      effects: ['notice:first-report-missing:head', 'task:phone-urging:dispatch'],
    },
    {
      rung: 'shift-leader',
      after: 'due',
      offset: minutes(15),
      effects: ['notice:minutes-late:shift-leader'],
    },
    {
      rung: 'director',
      after: 'due',
      offset: minutes(30),
      effects: ['notice:minutes-late:director', 'task:phone-urging:shift-leader'],
      repeat: minutes(60),
    },
  ],
  'line-122-due': [
    { rung: 'yellow', after: 'start', offset: { share: 0.75 }, effects: ['notice:yellow:handler'] },
    {
      rung: 'red',
      after: 'due',
      offset: minutes(0),
      effects: ['notice:red:head', 'notice:minutes-late:shift-leader', 'task:phone-urging:dispatch'],
    },
    {
      rung: 'urging-notice',
      after: 'due',
      offset: minutes(30),
      effects: ['notice:urging-notice:handler', 'notice:urging-notice:head', 'notice:minutes-late:director'],
    },
    {
      rung: 'supervision-notice',
      after: 'due',
      offset: minutes(4 * 60),
      effects: ['notice:supervision-notice:head', 'propose:on-site'],
    },
    { rung: 'talk', after: 'due', offset: minutes(24 * 60), effects: ['propose:talk', 'propose:joint-meeting'] },
    { rung: 'special-report', after: 'due', offset: days(5), effects: ['propose:special-report'] },
    {
      rung: 'still-overdue',
      after: 'due',
      offset: days(10),
      effects: ['notice:still-overdue:director'],
      repeat: days(5),
    },
  ],
} as const satisfies Partial<Record<LadderName, readonly RungRule[]>>;
