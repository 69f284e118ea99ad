import type { Case } from '@hotline/contracts-http';
import { useUnitName } from '../organisation/organisation.ts';
import type { Names } from './entry-sentence.ts';

/** Names for the ids that a case's events hold. */
export function useNames(of: (Pick<Case, 'assignments'> & Partial<Pick<Case, 'caseNumber'>>) | undefined): Names {
  const unit = useUnitName();
  return {
    ...(of?.caseNumber ? { caseNumber: of.caseNumber } : {}),
    unit,
    assigned: (assignmentId) => {
      const assignment = of?.assignments.find(({ id }) => id === assignmentId);
      return assignment ? unit(assignment.unitId) : '';
    },
  };
}
