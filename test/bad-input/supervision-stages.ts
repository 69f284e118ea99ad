import { askAsLeader, issueNotice, planOnSiteSession, type CaseView } from '@hotline/application';
import type { SmallCity } from '../integration/small-city.ts';
import { inDays } from './ready-values.ts';

const A1 = { assignmentId: 'a1' };

/** A unit was sent a supervision notice, and its return slip is awaited. */
export function slipAwaited(city: SmallCity, caseNumber: string): Promise<CaseView> {
  return issueNotice(city.as('supervisor'), { caseNumber, ...A1, notice: 'supervision-notice', text: '限期办结' });
}

/** A session on the spot is arranged. */
export function onSitePlanned(city: SmallCity, caseNumber: string): Promise<CaseView> {
  const session = { startsAt: inDays(2), place: '城南宿舍', party: '督查员两人' };
  return planOnSiteSession(city.as('supervisor'), { caseNumber, ...A1, ...session });
}

/** The mayor has asked about the case. */
export function askedByMayor(city: SmallCity, caseNumber: string): Promise<CaseView> {
  return askAsLeader(city.as('mayor'), { caseNumber, text: '为何未决？' });
}
