import { CITIZEN_ACTOR, type EventEnvelope, type Instant, type TextReference } from '@hotline/domain';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
import { namesOfPeople, namesOfSubDesks } from '../organisation/names.ts';
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
  const nameOf = await namesOfPeople(em, [...events.map(({ by }) => by), ...approvals]);
  const deskName = await namesOfSubDesks(
    em,
    events.flatMap(({ payload }) => DESKS.flatMap(([, id]) => deskIn(payload, id) ?? [])),
  );
  return events.map(({ number, at, by, type, payload }) => {
    const { ladders: _, ...shown } = payload as Record<string, unknown>;
    const texts = Object.entries(shown).flatMap(([field, value]) =>
      referencesIn(value).map((reference) => [field, words(reference)] as const),
    );
    const head = approvedBy(payload);
    const approved = head ? { approvedBy: nameOf(head) ?? words({ id: head }) } : {};
    const desks = Object.fromEntries(
      DESKS.flatMap(([name, id]) => {
        const desk = deskIn(payload, id);
        return desk ? [[name, deskName(desk) ?? desk]] : [];
      }),
    );
    return {
      number,
      at,
      by,
      byName: nameOf(by) ?? (by === CITIZEN_ACTOR.userId ? '市民' : by),
      type,
      payload: { ...shown, ...approved, ...desks },
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

/** The sub-desks between which a unit's duty went, by their names. */
const DESKS = [
  ['fromSubDesk', 'fromSubDeskId'],
  ['toSubDesk', 'toSubDeskId'],
] as const;

function deskIn(payload: object, member: string): string | undefined {
  const value = (payload as Record<string, unknown>)[member];
  return typeof value === 'string' ? value : undefined;
}
