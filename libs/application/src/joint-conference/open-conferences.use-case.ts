import {
  dayIndexOf,
  earlierOf,
  instantOf,
  millisecondsOf,
  nextSession,
  startOfDay,
  workingLengthOf,
  type Instant,
  type PlannedSession,
} from '@hotline/domain';
import { findStream, lockName } from '@hotline/persistence';
import { rulesInForce } from '../rules/rules.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import { withoutRequest, type UseCaseContext } from '../use-case/use-case-context.ts';
import { changeConference } from './change-conference.ts';
import { readCircle } from './circle.ts';

/**
 * 联席会议的筹备: opens the circle's next session once it is near. Answers when to look again: on the next working morning,
 * or when the next session is to be opened, whichever is earlier.
 */
export async function openConferences(
  context: UseCaseContext,
  { at }: { readonly at: Instant },
): Promise<{ readonly nextAt: Instant }> {
  const em = context.orm.em.fork();
  const now = await context.clock.now(em);
  const { time, policy } = await rulesInForce(em, now);
  const morning = time.addWorking(instantOf(startOfDay(dayIndexOf(millisecondsOf(at)) + 1)), 1).at;
  const { rhythm, members } = await readCircle(em);
  if (!rhythm || members.length === 0) return { nextAt: morning };
  const early = workingLengthOf(policy.waits.conferenceOpening, time);
  let session = nextSession(rhythm, now, time);
  while (time.between(now, session.startsAt) <= early) {
    await openConference(context, session);
    session = nextSession(rhythm, session.startsAt, time);
  }
  return { nextAt: earlierOf(morning, time.addWorking(at, time.between(now, session.startsAt) - early).at) };
}

/** The session of a month is opened, once, with the circle as it stands. */
export function openConference(context: UseCaseContext, { month, startsAt }: PlannedSession): Promise<void> {
  return runUseCase(withoutRequest(context), async (transaction) => {
    const { em, text } = transaction;
    const id = `conference-${month}`;
    await lockName(em, 'circle');
    if (await findStream(em, id)) return;
    const { members, place } = await readCircle(em);
    const memberIds = members.map(({ memberId }) => memberId);
    const unitIds = members.flatMap(({ unitId }) => unitId ?? []);
    const room = place ? { place: await text(id, place) } : {};
    await changeConference(transaction, { id }, { type: 'open', month, startsAt, memberIds, unitIds, ...room });
  });
}
