import type { EventEnvelope, Instant, TextReference } from '@hotline/domain';
import { UserEntity } from '@hotline/persistence';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
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
  const approvals = events.flatMap(({ payload }) => approvedBy(payload) ?? []);
  const words = await wordsOfTexts(em, [
    ...events.flatMap((event) => Object.values(event.payload).flatMap(referencesIn)),
    ...approvals.filter((id) => UUID.test(id)).map((id) => ({ id })),
  ]);
  const people = [...new Set([...events.map(({ by }) => by), ...approvals])];
  const users = await em.find(
    UserEntity,
    { id: { $in: people } },
    { fields: ['id', 'name'], disableIdentityMap: true },
  );
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return events.map(({ number, at, by, type, payload }) => {
    const { ladders: _, ...shown } = payload as Record<string, unknown>;
    const texts = Object.entries(shown).flatMap(([field, value]) =>
      referencesIn(value).map((reference) => [field, words(reference)] as const),
    );
    const head = approvedBy(payload);
    const approved = head ? { approvedBy: names.get(head) ?? words({ id: head }) } : {};
    return {
      number,
      at,
      by,
      byName: names.get(by) ?? by,
      type,
      payload: { ...shown, ...approved },
      texts: Object.fromEntries(texts),
    };
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who approved a return: a user's id, or the id of the words that name him. */
function approvedBy(payload: object): string | undefined {
  return 'approvedBy' in payload && typeof payload.approvedBy === 'string' ? payload.approvedBy : undefined;
}

function referencesIn(value: unknown): TextReference[] {
  const isReference = typeof value === 'object' && value !== null && 'sha256' in value && 'id' in value;
  return isReference ? [value as TextReference] : [];
}
