import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { MeetingEvent } from '@hotline/domain';
import { eventsOfStreams } from '@hotline/persistence';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';

/** What meetings left open, in words, by meeting. */
export async function unsettledPoints(
  em: SqlEntityManager,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const events = (await eventsOfStreams(em, [...meetingIds])) as MeetingEvent[];
  const left = events.flatMap((event) =>
    event.type === 'MeetingHeld' ? [[event.stream, event.payload.unsettled ?? []] as const] : [],
  );
  const words = await wordsOfTexts(
    em,
    left.flatMap(([, points]) => points.map(({ text }) => text)),
  );
  return new Map(left.map(([meetingId, points]) => [meetingId, points.map(({ text }) => words(text))]));
}
