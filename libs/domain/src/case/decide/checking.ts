import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import type { CheckItem } from '../../closing/closing-policy.ts';
import type { Check } from '../case-words.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { AssignmentState } from '../case-state.ts';

const IN_PERSON: readonly string[] = ['phone', 'visit', 'meeting'];

/**
 * 审核 by the policy's check list: what the reviewer answered, else what the ledger knows; what nobody knows stays
 * unchecked. Feedback that fails a required item is not accepted. Errors: review.unknown-check, review.check-twice,
 * review.check-failed.
 */
export function checked(
  assignment: AssignmentState,
  { accepted, checks: answers = [] }: CaseCommandOf<'review'>,
  { policy, time }: DecisionContext,
): Check[] {
  const { reviewCheckList: list } = policy.closing;
  const unknown = answers.find(({ item }) => !list.some(({ id }) => id === item));
  ensure(!unknown, 'review.unknown-check', { item: unknown?.item });
  ensure(new Set(answers.map(({ item }) => item)).size === answers.length, 'review.check-twice');
  const checks = list.flatMap((item): Check[] => {
    const answer = answers.find((given) => given.item === item.id);
    if (answer) return [{ item: item.id, passed: answer.passed }];
    const known = knownOf(
      item,
      assignment,
      time.add(assignment.acknowledgedAt ?? assignment.startedAt, policy.waits.contact).at,
    );
    return known === undefined ? [] : [{ item: item.id, passed: known, byLedger: true }];
  });
  const failed = checks.find(({ item, passed }) => !passed && list.some(({ id, required }) => id === item && required));
  ensure(!accepted || !failed, 'review.check-failed', { item: failed?.item });
  return checks;
}

function knownOf({ known }: CheckItem, assignment: AssignmentState, contactBy: string): boolean | undefined {
  const { firstContactAt, answeredHow } = assignment;
  if (known === 'contacted-in-time') return firstContactAt !== undefined && firstContactAt <= contactBy;
  if (known === 'answered-in-person') return answeredHow !== undefined && IN_PERSON.includes(answeredHow);
  return undefined;
}
