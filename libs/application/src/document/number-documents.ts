import {
  dayIndexOf,
  isTraining,
  localDayOf,
  millisecondsOf,
  type CaseEvent,
  type CaseState,
  type ConferenceEvent,
  type DocumentKind,
  type Instant,
  type LocalDay,
  type MeetingEvent,
  type NewCaseEvent,
  type NewConferenceEvent,
  type NewMeetingEvent,
  type NewReportEvent,
  type ReportEvent,
} from '@hotline/domain';
import { insertRows, nextDocumentSerial, OfficialDocumentEntity } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';

type PaperEvent = MeetingEvent | ReportEvent | ConferenceEvent;
type NewPaperEvent = NewMeetingEvent | NewReportEvent | NewConferenceEvent;

/** The Shanghai day of an instant: what a paper is dated, and its number's year. */
export const paperDay = (at: Instant): LocalDay => localDayOf(dayIndexOf(millisecondsOf(at)));
const paperYear = (at: Instant): number => Number(paperDay(at).slice(0, 4));

/**
 * A stream's events with the numbers of their papers, as they will be written down. A training's papers use up no number.
 *
 * @param kindOf which paper an event issues, if any
 */
export async function numberPapers<Event extends NewCaseEvent | NewPaperEvent>(
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

/** The one paper that a meeting, a report or a session of the joint conference has: the event that issues it, and what the register calls it. */
const ONLY_PAPERS: Partial<Record<PaperEvent['type'], { readonly kind: DocumentKind; readonly documentId: string }>> = {
  MeetingHeld: { kind: 'minutes', documentId: 'minutes' },
  ConferenceHeld: { kind: 'minutes', documentId: 'minutes' },
  ReportSubmitted: { kind: 'special-report', documentId: 'report' },
};

/** Which paper an event of such a stream issues, if any. */
export const kindOfOnlyPaper = ({ type }: NewPaperEvent): DocumentKind | undefined => ONLY_PAPERS[type]?.kind;

/** Enters the one paper of such a stream into the register, once its event has numbered it. */
export async function registerOnlyPaper(
  { em }: Pick<Transaction, 'em'>,
  stream: string,
  events: readonly PaperEvent[],
): Promise<void> {
  const rows = events.flatMap(({ type, payload, at }) => {
    const paper = ONLY_PAPERS[type];
    if (!paper || !('number' in payload) || !payload.number) return [];
    return [{ ...paper, ...payload.number, stream, unitId: null, issuedAt: new Date(at) }];
  });
  await insertRows(em, OfficialDocumentEntity, rows);
}
