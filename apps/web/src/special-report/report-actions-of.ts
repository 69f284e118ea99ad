import type { Me, Role, SpecialReport } from '@hotline/contracts-http';
import type { ActionName } from '../case-action/action.ts';

const CENTER: readonly Role[] = ['supervisor', 'director'];
const DIRECTOR: readonly Role[] = ['director'];

/** By how a report stands: what may be done with it, and by whom. The API has the last word. */
const PERMITTED: Readonly<Record<SpecialReport['status'], readonly (readonly [ActionName, readonly Role[]])[]>> = {
  draft: [
    ['submit-report', DIRECTOR],
    ['revise-report', CENTER],
    ['end-report', DIRECTOR],
  ],
  submitted: [
    ['give-instruction', ['deputy-mayor']],
    ['end-report', DIRECTOR],
  ],
  instructed: [
    ['follow-up', CENTER],
    ['end-report', DIRECTOR],
  ],
  ended: [],
};

/** What this person may do with a special report now. A deputy mayor instructs on the reports in his own folder. */
export function reportActionsOf(
  { status, deputyMayorId }: Pick<SpecialReport, 'status' | 'deputyMayorId'>,
  { id, role }: Pick<Me, 'id' | 'role'>,
): ActionName[] {
  if (role === 'deputy-mayor' && id !== deputyMayorId) return [];
  return PERMITTED[status].filter(([, roles]) => roles.includes(role)).map(([name]) => name);
}
