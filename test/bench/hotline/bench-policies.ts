import { DEFAULT_POLICY, type Policy } from '@hotline/domain';

/** So long is a working day of the bench that nothing falls due by itself while it measures. */
const SECONDS_PER_WORKING_DAY = 36_000;
const HELP_TERM_IN_DAYS = 5;

const { due, ...otherLadders } = DEFAULT_POLICY.ladders;
const withoutYellow = due.filter(({ rung }) => rung !== 'yellow');

/**
 * The default policy, but the yellow reminder comes so many seconds after the assignment, and just before it, as by
 * default, an assignment that was not acknowledged would be heeded; nothing else is near.
 */
export function remindingSoon(seconds: number): Policy {
  const share = seconds / (HELP_TERM_IN_DAYS * SECONDS_PER_WORKING_DAY);
  const policy = benchPolicy(101, [
    { rung: 'yellow', after: 'start', offset: { share }, effects: ['notice:yellow:handler'] },
    ...withoutYellow,
  ]);
  const unread = { share: (0.9 * seconds) / SECONDS_PER_WORKING_DAY };
  const acknowledge = otherLadders.acknowledge.map((rule) =>
    rule.rung === 'unread' ? { ...rule, offset: unread } : rule,
  );
  return { ...policy, ladders: { ...policy.ladders, acknowledge } };
}

/** The default policy without the yellow reminder: a case with a due of its own first acts when that has come. */
export function actingWhenDue(): Policy {
  return benchPolicy(102, withoutYellow);
}

/** As {@link actingWhenDue}, but the urging notice follows so many seconds after the due. */
export function urgingSoonAfterDue(seconds: number): Policy {
  return benchPolicy(
    103,
    withoutYellow.map((rule) => (rule.rung === 'urging-notice' ? { ...rule, offset: { minutes: seconds } } : rule)),
  );
}

function benchPolicy(version: number, dueLadder: Policy['ladders']['due']): Policy {
  return {
    ...DEFAULT_POLICY,
    version,
    name: `测速规则 ${version}`,
    pace: { kind: 'compressed', secondsPerWorkingDay: SECONDS_PER_WORKING_DAY, secondsPerMinute: 1 },
    // Its reminder would come at the due as well: two actions where one is measured.
    ladders: { ...otherLadders, acknowledge: [], due: dueLadder },
  };
}
