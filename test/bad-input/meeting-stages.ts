import { conveneMeeting, type CaseView } from '@hotline/application';
import type { SmallCity } from '../integration/small-city.ts';
import { inDays } from './ready-values.ts';

/** The units are asked which of two times suits. */
export function askedForTime(city: SmallCity, caseNumber: string): Promise<CaseView> {
  const poll = { unitIds: ['water', 'housing'], startsAt: inDays(30), otherTimes: [inDays(31)] };
  return conveneMeeting(city.as('supervisor'), { caseNumber, ...poll });
}
