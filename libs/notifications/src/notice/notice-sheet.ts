import type { Instant, NoticeKind } from '@hotline/domain';
import type { NoticeFactsOf } from './notice-facts.ts';

/** One labelled line of a notice. The value is plain text, many lines allowed. */
export interface SheetRow {
  readonly label: string;
  readonly value: string;
  readonly link?: string;
}

/** Until when something is to be done. */
export interface Limit {
  readonly label: string;
  readonly at: Instant;
  /** A moment at which something takes place, rather than the end of a term. */
  readonly moment?: boolean;
}

/** The iCalendar part of an invitation. */
export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

/** What a template says, in plain words; how it looks in a mail, in text and in the list of notices is decided elsewhere. */
export interface NoticeSheet {
  /** The sort of paper: 交办通知, 督办单, …; also the beginning of the subject. */
  readonly heading: string;
  /** 文号, on formal papers. */
  readonly documentNumber?: string;
  /** `formal` papers have a red head; `pressing` ones a red bar; `plain` ones a blue bar. */
  readonly tone: 'plain' | 'pressing' | 'formal';
  /** What happened. */
  readonly opening: string;
  readonly rows?: readonly SheetRow[];
  /** What the recipient is to do. */
  readonly task: string;
  readonly limits: readonly Limit[];
  /** The words before `otherwise`; 如未办理 unless told. */
  readonly otherwiseLabel?: string;
  /** What happens next when nothing is done. */
  readonly otherwise: string;
  /** The words on the link. */
  readonly linkLabel: string;
  /** The whole in one English line, with number, duty and time. */
  readonly english: string;
  readonly calendar?: CalendarPart;
}

export type Template<Kind extends NoticeKind> = (facts: NoticeFactsOf<Kind>) => NoticeSheet;
export type Templates<Kinds extends NoticeKind> = { readonly [Kind in Kinds]: Template<Kind> };

/** A row where there is something to say. */
export function rowIf(label: string, value: string | undefined): SheetRow[] {
  return value === undefined || value.trim() === '' ? [] : [{ label, value }];
}
