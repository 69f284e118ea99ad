import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  caseOfStream,
  type CaseEventType,
  type CasePayloads,
  type CaseState,
  type EventEnvelope,
  type MeetingState,
  type ReportState,
  type TextReference,
} from '@hotline/domain';
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

/** What a stream's notices and papers are told from, read once for all of them. */
export interface LedgerSource {
  readonly em: SqlEntityManager;
  readonly caseNumber: string;
  readonly title: string;
  readonly caseState: CaseState;
  readonly streamState: CaseState | MeetingState | ReportState;
  readonly events: readonly EventEnvelope[];
  unitName(unitId: string | null | undefined): string;
  words(reference: TextReference | undefined): string;
}

/** Everything a stream's notices are told from. */
export interface NoticeSource extends LedgerSource {
  readonly publicUrl: string;
  readonly organiser: { readonly name: string; readonly address: string };
}

/** Reads what the notices of a stream are told from. Errors: stream.not-found. */
export async function noticeSourceOf(
  em: SqlEntityManager,
  stream: string,
  addresses: Pick<NoticeSource, 'publicUrl' | 'organiser'>,
): Promise<NoticeSource> {
  return { ...(await ledgerSourceOf(em, stream)), ...addresses };
}

/** Reads what the papers of a stream are set from. Errors: stream.not-found. */
export async function ledgerSourceOf(em: SqlEntityManager, stream: string): Promise<LedgerSource> {
  const caseNumber = caseOfStream(stream);
  const row = await em.findOne(StreamEntity, { id: stream }, { disableIdentityMap: true });
  const caseRow =
    stream === caseNumber ? row : await em.findOne(StreamEntity, { id: caseNumber }, { disableIdentityMap: true });
  const file = await em.findOne(CaseFileEntity, { caseNumber }, { disableIdentityMap: true });
  if (!row || !caseRow || !file) throw new AppError('stream.not-found');
  const units = await em.find(UnitEntity, {}, { fields: ['id', 'name'], disableIdentityMap: true });
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const texts = await em.find(TextEntity, { stream }, { disableIdentityMap: true });
  const words = new Map(texts.map(({ id, words: value }) => [id, value]));
  return {
    em,
    caseNumber,
    title: file.title,
    caseState: caseRow.state as CaseState,
    streamState: row.state as NoticeSource['streamState'],
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

/** What every notice about a case knows. */
export const aboutCase = ({ caseNumber, title }: NoticeSource) => ({ caseNumber, title });

/** The assignment that a notice is about, by its subject. */
export function assignmentOf(source: NoticeSource, notice: Notice): CaseState['assignments'][string] {
  const id = notice.subject.split('/')[0] ?? '';
  const assignment = source.caseState.assignments[id];
  if (!assignment) throw new Error(`notice ${notice.key} is about no assignment`);
  return assignment;
}

/** What every notice about one unit's duty knows. */
export function aboutAssignment(source: NoticeSource, notice: Notice) {
  const { unitId, role, dueAt } = assignmentOf(source, notice);
  return { ...aboutCase(source), unitName: source.unitName(unitId), role, due: dueAt };
}

/** What the event says that a notice came from, where it is of that type. */
export function caseEvent<Type extends CaseEventType>(
  source: NoticeSource,
  notice: Notice,
  type: Type,
): CasePayloads[Type] | undefined {
  const event = eventOf(source, notice);
  return event?.type === type ? (event.payload as CasePayloads[Type]) : undefined;
}
