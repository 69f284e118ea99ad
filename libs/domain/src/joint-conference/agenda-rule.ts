import { activeAssignments, isOpen, isPending, openAssignments, type CaseState } from '../case/case-state.ts';
import type { Policy } from '../policy/policy.ts';
import { AGENDA_REASONS, type AgendaReason, type DraftedItem } from './conference-event.ts';

/** A member of the circle, as far as the agenda goes. */
export interface CircleBody {
  readonly id: string;
  readonly unitId?: string;
}

/** As many cases as a session can take up; the others stay where they are and come to the next. */
const MOST_ITEMS = 12;

/** Why an open case is for the circle; nothing where it is not. */
export function reasonsFor(state: CaseState, circle: readonly CircleBody[], policy: Policy): AgendaReason[] {
  if (!isOpen(state)) return [];
  const proposed = (kind: string): boolean =>
    Object.values(state.proposals).some((proposal) => proposal.kind === kind && isPending(proposal));
  const unitIds = new Set(openAssignments(state).map(({ unitId }) => unitId));
  const met: Readonly<Record<AgendaReason, boolean>> = {
    'report-proposed': proposed('special-report'),
    'meeting-proposed': proposed('joint-meeting'),
    'meeting-unsettled': state.unsettled !== undefined,
    dispute: state.dispute !== undefined,
    'many-returns': state.returns >= policy.returnsBeforeDesignation,
    'several-bodies': unitIds.size > 1 && circle.some(({ unitId }) => unitId !== undefined && unitIds.has(unitId)),
  };
  return AGENDA_REASONS.filter((reason) => met[reason]);
}

/** 议程草案: the cases with most reasons first, of equal ones the oldest. */
export function draftAgenda(cases: readonly CaseState[], circle: readonly CircleBody[], policy: Policy): DraftedItem[] {
  return cases
    .map((state) => ({ state, reasons: reasonsFor(state, circle, policy) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted(
      (left, right) =>
        right.reasons.length - left.reasons.length ||
        (left.state.registeredAt < right.state.registeredAt ? -1 : 1) ||
        (left.state.caseNumber < right.state.caseNumber ? -1 : 1),
    )
    .slice(0, MOST_ITEMS)
    .map(({ state, reasons }) => ({ caseNumber: state.caseNumber, reasons, memberIds: bodiesOf(state, circle) }));
}

/** The members of the circle whose unit has a duty in a case. */
function bodiesOf(state: CaseState, circle: readonly CircleBody[]): string[] {
  const unitIds = new Set(activeAssignments(state).map(({ unitId }) => unitId));
  return circle.filter(({ unitId }) => unitId !== undefined && unitIds.has(unitId)).map(({ id }) => id);
}
