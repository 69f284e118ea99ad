import type { LadderName, RungRule } from './policy.ts';

const days = (workingDays: number) => ({ workingDays });

/** 联席会议: a session from its preparation to the last of its resolutions, and other bodies' invitations. */
export const CONFERENCE_LADDERS = {
  'conference-preparation': [
    {
      rung: 'agenda',
      after: 'start',
      offset: days(0),
      effects: ['task:conference-agenda:supervision'],
      work: true,
    },
    { rung: 'invitations', after: 'due', offset: days(0), effects: ['notice:conference-invitation:circle'] },
  ],
  conference: [{ rung: 'reminder', after: 'start', offset: days(0), effects: ['notice:conference-reminder:circle'] }],
  'conference-minutes': [
    {
      rung: 'minutes',
      after: 'due',
      offset: days(0),
      effects: ['task:conference-minutes:supervision'],
      work: true,
    },
    {
      rung: 'overdue',
      after: 'due',
      offset: days(1),
      effects: ['notice:conference-overdue:director'],
      repeat: days(2),
    },
  ],
  'conference-resolution': [
    { rung: 'due', after: 'due', offset: days(0), effects: ['notice:conference-resolution-due:head'] },
    {
      rung: 'overdue',
      after: 'due',
      offset: days(1),
      effects: ['task:conference-resolution:supervision', 'notice:conference-overdue:director'],
      repeat: days(5),
    },
  ],
  'invitation-answer': [
    {
      rung: 'unanswered',
      after: 'due',
      offset: days(0),
      effects: ['task:center-invitation:director'],
      repeat: days(1),
    },
  ],
  'invitation-attendance': [
    { rung: 'reminder', after: 'start', offset: days(0), effects: ['notice:center-invitation-reminder:leader'] },
  ],
  'invitation-outcome': [
    { rung: 'outcome', after: 'due', offset: days(0), effects: ['task:invitation-outcome:supervision'], work: true },
    {
      rung: 'overdue',
      after: 'due',
      offset: days(1),
      effects: ['notice:center-invitation-overdue:director'],
      repeat: days(2),
    },
  ],
} as const satisfies Partial<Record<LadderName, readonly RungRule[]>>;
