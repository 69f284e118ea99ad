import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CaseState, EventEnvelope, MeetingState, ReportState, TextReference } from '@hotline/domain';
import {
  CaseFileEntity,
  eventsAfter,
  StreamEntity,
  TextEntity,
  UnitEntity,
  UserEntity,
  type Notice,
} from '@hotline/persistence';
import { AppError } from '../app-error.ts';

/** Everything a stream's notices are told from, read once for all of them. */
export interface NoticeSource {
  readonly em: SqlEntityManager;
  readonly publicUrl: string;
  readonly organiser: { readonly name: string; readonly address: string };
  readonly caseNumber: string;
  readonly title: string;
  readonly caseState: CaseState;
  readonly streamState: CaseState | MeetingState | ReportState;
  readonly events: readonly EventEnvelope[];
  unitName(unitId: string | null | undefined): string;
  words(reference: TextReference | undefined): string;
}

/** Reads what the notices of a stream are told from. Errors: stream.not-found. */
export async function noticeSourceOf(
  em: SqlEntityManager,
  stream: string,
  addresses: Pick<NoticeSource, 'publicUrl' | 'organiser'>,
): Promise<NoticeSource> {
  const caseNumber = stream.split('-')[0] ?? stream;
  const [row, caseRow] = await Promise.all([
    em.findOne(StreamEntity, { id: stream }, { disableIdentityMap: true }),
    em.findOne(StreamEntity, { id: caseNumber }, { disableIdentityMap: true }),
  ]);
  const file = await em.findOne(CaseFileEntity, { caseNumber }, { disableIdentityMap: true });
  if (!row || !caseRow || !file) throw new AppError('stream.not-found');
  const units = await em.find(UnitEntity, {}, { disableIdentityMap: true });
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const texts = await em.find(TextEntity, { stream }, { disableIdentityMap: true });
  const words = new Map(texts.map(({ id, words: value }) => [id, value]));
  return {
    em,
    ...addresses,
    caseNumber,
    title: file.title,
    caseState: caseRow.state as CaseState,
    streamState: row.state,
    events: await eventsAfter(em, stream),
    unitName: (unitId) => (unitId ? (names.get(unitId) ?? unitId) : ''),
    words: (reference) => (reference ? (words.get(reference.id) ?? '') : ''),
  };
}

/** The event that a notice came from. */
export function eventOf(source: NoticeSource, notice: Pick<Notice, 'eventNumber'>): EventEnvelope | undefined {
  return source.events.find(({ number }) => number === notice.eventNumber);
}

export async function nameOfUser({ em }: NoticeSource, userId: string): Promise<string | undefined> {
  return (await em.findOne(UserEntity, { id: userId }, { disableIdentityMap: true }))?.name;
}
