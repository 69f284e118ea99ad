import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ConferenceEvent, ConferencePayloads, ConferenceState, TextReference } from '@hotline/domain';
import { ConferenceEntity, eventsAfter, findStream, TextEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { namesOfUnits } from '../organisation/names.ts';
import { membersById } from './circle.ts';

/** What a session's notices and its minutes are told from, read once for all of them. */
export interface ConferenceSource {
  readonly em: SqlEntityManager;
  readonly state: ConferenceState;
  readonly place?: string;
  readonly events: readonly ConferenceEvent[];
  readonly held?: ConferencePayloads['ConferenceHeld'];
  memberName(memberId: string): string;
  unitName(unitId: string): string;
  words(reference: TextReference | undefined): string;
}

/** Reads what a session's notices and its minutes are told from. Errors: stream.not-found. */
export async function conferenceSourceOf(em: SqlEntityManager, stream: string): Promise<ConferenceSource> {
  const [row, listed] = await Promise.all([
    findStream(em, stream),
    em.findOne(ConferenceEntity, { id: stream }, { disableIdentityMap: true }),
  ]);
  if (!row || !listed) throw new AppError('stream.not-found');
  const state = row.state as ConferenceState;
  const events = (await eventsAfter(em, stream)) as ConferenceEvent[];
  const held = events.find((event) => event.type === 'ConferenceHeld')?.payload as ConferenceSource['held'];
  const members = await membersById(em, state.memberIds);
  const unitName = await namesOfUnits(
    em,
    Object.values(state.resolutions).map(({ unitId }) => unitId),
  );
  const texts = await em.find(TextEntity, { stream }, { disableIdentityMap: true });
  const words = new Map(texts.map(({ id, words: value }) => [id, value]));
  return {
    em,
    state,
    ...(listed.place ? { place: listed.place } : {}),
    events,
    ...(held ? { held } : {}),
    memberName: (id) => members.get(id)?.name ?? id,
    unitName: (id) => unitName(id) ?? id,
    words: (reference) => (reference ? (words.get(reference.id) ?? '') : ''),
  };
}
