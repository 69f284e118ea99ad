import type { Instant } from '../../instant.ts';
import type { DeadlineLine } from './deadline-line.ts';

/** 另定期限: not the policy's, and why. */
export function explainGiven(at: Instant, why: string): DeadlineLine {
  return {
    code: 'term-given',
    at,
    zh: `期限由受理中心主任（或受其委托者）另定${why ? `，理由：${why}` : ''}`,
    en: `the director, or whom he gave the power, set this term${why ? `: ${why}` : ''}`,
  };
}
