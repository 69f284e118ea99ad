import type { CitizenNotice, Effect } from '../../ledger/effect.ts';
import type { DecisionContext } from '../../decision-context.ts';
import type { CaseState } from '../case-state.ts';

/** What callers are told belongs to no wait. */
const CALLERS = 'callers';

/**
 * 短信告知: tells every caller who left a mobile number, where the policy says so. Who is told, and in which words, is found
 * when it is written: an event names no citizen.
 */
export function tellCallers(
  { reachable }: Pick<CaseState, 'reachable'>,
  notice: CitizenNotice,
  { policy }: Pick<DecisionContext, 'policy'>,
  due?: string,
): Effect[] {
  if (!reachable || !policy.citizenNotices?.includes(notice)) return [];
  return [{ code: `tell:${notice}:callers`, subject: CALLERS, ...(due ? { due } : {}) }];
}
