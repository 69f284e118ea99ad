import {
  dayIndexOf,
  isTraining,
  localDayOf,
  millisecondsOf,
  type CaseEvent,
  type CaseState,
  type DocumentKind,
  type Instant,
  type LocalDay,
  type MeetingEvent,
  type NewCaseEvent,
  type NewMeetingEvent,
  type NewReportEvent,
  type ReportEvent,
} from '@hotline/domain';
import { insertRows, nextDocumentSerial, OfficialDocumentEntity } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';

type EventType = (MeetingEvent | ReportEvent)['type'];

/** The Shanghai day of an instant: what a paper is dated, and its number's year. */
export const paperDay = (at: Instant): LocalDay => localDayOf(dayIndexOf(millisecondsOf(at)));
const paperYear = (at: Instant): number => Number(paperDay(at).slice(0, 4));

/**
 * A stream's events with the numbers of their papers, as they will be written down. A training's papers use up no number.
 *
 * @param kindOf which paper an event issues, if any
 */
export async function numberPapers<Event extends NewCaseEvent | NewMeetingEvent | NewReportEvent>(
  { em, now }: Pick<Transaction, 'em' | 'now'>,
  stream: string,
  events: readonly Event[],
  kindOf: (event: Event) => DocumentKind | undefined,
): Promise<Event[]> {
  const numbered: Event[] = [];
  for (const event of events) {
    const kind = isTraining(stream) ? undefined : kindOf(event);
    const year = paperYear(now);
    const number = kind && { number: { year, serial: await nextDocumentSerial(em, kind, year) } };
    numbered.push(number ? { ...event, payload: { ...event.payload, ...number } } : event);
  }
  return numbered;
}

/** Enters the papers that events issued into the register. */
export async function registerDocuments(
  { em }: Pick<Transaction, 'em'>,
  { caseNumber, assignments }: CaseState,
  events: readonly CaseEvent[],
): Promise<void> {
  const rows = events.flatMap((event) => {
    if (event.type !== 'DocumentIssued' || !event.payload.number) return [];
    const { documentId, kind, number, assignmentId } = event.payload;
    const unitId = assignments[assignmentId]?.unitId ?? null;
    return [{ kind, ...number, stream: caseNumber, documentId, unitId, issuedAt: new Date(event.at) }];
  });
  await insertRows(em, OfficialDocumentEntity, rows);
}

/** The one paper that a meeting or a report has: the event that issues it, and what the register calls it. */
const ONLY_PAPERS: Partial<Record<EventType, { readonly kind: DocumentKind; readonly documentId: string }>> = {
  MeetingHeld: { kind: 'minutes', documentId: 'minutes' },
  ReportSubmitted: { kind: 'special-report', documentId: 'report' },
};

/** Which paper an event of a meeting or a report issues, if any. */
export const kindOfOnlyPaper = ({ type }: NewMeetingEvent | NewReportEvent): DocumentKind | undefined =>
  ONLY_PAPERS[type]?.kind;

/** Enters the paper of a meeting or a report into the register, once its event has numbered it. */
export async function registerOnlyPaper(
  { em }: Pick<Transaction, 'em'>,
  stream: string,
  events: readonly (MeetingEvent | ReportEvent)[],
): Promise<void> {
  const rows = events.flatMap(({ type, payload, at }) => {
    const paper = ONLY_PAPERS[type];
    if (!paper || !('number' in payload) || !payload.number) return [];
    return [{ ...paper, ...payload.number, stream, unitId: null, issuedAt: new Date(at) }];
  });
  await insertRows(em, OfficialDocumentEntity, rows);
}
