import type { LadderName, RungRule } from './policy.ts';

const days = (workingDays: number) => ({ workingDays });

/** 知识库: the review of an article, the check of a doubt, its last day. */
export const ARTICLE_LADDERS = {
  'article-review': [
    { rung: 'overdue', after: 'due', offset: days(0), effects: ['notice:article-overdue:director'], repeat: days(2) },
  ],
  'article-check': [
    { rung: 'overdue', after: 'due', offset: days(0), effects: ['notice:article-overdue:director'], repeat: days(2) },
  ],
  'article-validity': [
    { rung: 'expiring', after: 'start', offset: days(0), effects: ['notice:article-expiring:handler'] },
    {
      rung: 'expired',
      after: 'due',
      offset: days(0),
      effects: ['notice:article-expired:handler', 'task:article-renew:knowledge'],
      work: true,
    },
    {
      rung: 'overdue',
      after: 'due',
      offset: days(5),
      effects: ['notice:article-overdue:director'],
      repeat: days(20),
    },
  ],
} as const satisfies Partial<Record<LadderName, readonly RungRule[]>>;
