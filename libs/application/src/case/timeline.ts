import type { EventEnvelope, Instant } from '@hotline/domain';
import { TextEntity, UserEntity } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';

/** A line of a case's history, for people. */
export interface TimelineEntry {
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
  readonly byName: string;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The words the event names, by the payload's field. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Events with names and words in place of ids. */
export async function timelineOf(
  { em }: Pick<Transaction, 'em'>,
  events: readonly EventEnvelope[],
): Promise<TimelineEntry[]> {
  const references = events.flatMap((event) => Object.values(event.payload).flatMap(textIdsIn));
  const texts =
    references.length > 0 ? await em.find(TextEntity, { id: { $in: references } }, { disableIdentityMap: true }) : [];
  const words = new Map(texts.map(({ id, words: value }) => [id, value]));
  const users = await em.find(
    UserEntity,
    { id: { $in: [...new Set(events.map(({ by }) => by))] } },
    { disableIdentityMap: true },
  );
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return events.map(({ number, at, by, type, payload }) => {
    const { ladders: _, ...shown } = payload as Record<string, unknown>;
    const entries = Object.entries(shown).flatMap(([field, value]) =>
      textIdsIn(value).map((id) => [field, words.get(id) ?? ''] as const),
    );
    return { number, at, by, byName: names.get(by) ?? by, type, payload: shown, texts: Object.fromEntries(entries) };
  });
}

function textIdsIn(value: unknown): string[] {
  const isReference = typeof value === 'object' && value !== null && 'sha256' in value && 'id' in value;
  return isReference && typeof value.id === 'string' ? [value.id] : [];
}
