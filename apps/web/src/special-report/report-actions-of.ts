import type { Me, Role, SpecialReport } from '@hotline/contracts-http';
import type { ActionName } from '../case-action/action.ts';

const CENTER: readonly Role[] = ['supervisor', 'director'];
const DIRECTOR: readonly Role[] = ['director'];

/** By how a report stands: what may be done with it, and by whom. The API has the last word. */
const PERMITTED: Readonly<Record<SpecialReport['status'], readonly (readonly [ActionName, readonly Role[]])[]>> = {
  draft: [
    ['submit-report', DIRECTOR],
    ['revise-report', CENTER],
    ['cover-cases', CENTER],
    ['end-report', DIRECTOR],
  ],
  submitted: [
    ['give-instruction', ['deputy-mayor']],
    ['end-report', DIRECTOR],
  ],
  instructed: [
    ['follow-up', CENTER],
    ['decide-open', DIRECTOR],
    ['end-report', DIRECTOR],
  ],
  ended: [],
};

/** What this person may do with a special report now. A deputy mayor instructs on the reports in his own folder. */
export function reportActionsOf(
  { status, deputyMayorId, dueAt, toldTo }: Pick<SpecialReport, 'status' | 'deputyMayorId' | 'dueAt' | 'toldTo'>,
  { id, role }: Pick<Me, 'id' | 'role'>,
  now: string = new Date().toISOString(),
): ActionName[] {
  if (role === 'deputy-mayor' && id !== deputyMayorId) return [];
  const isOpenAfterTerm = !toldTo && dueAt !== undefined && dueAt <= now;
  return PERMITTED[status]
    .filter(([name, roles]) => roles.includes(role) && (name !== 'decide-open' || isOpenAfterTerm))
    .map(([name]) => name);
}
