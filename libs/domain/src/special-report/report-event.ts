import type { TextReference } from '../case/case-words.ts';
import type { DocumentNumber } from '../case/supervision-document.ts';
import type { Instant } from '../instant.ts';
import type { EventEnvelope, NewEvent } from '../ledger/event-envelope.ts';
import type { Ladders, RungActed } from '../ledger/ladder.ts';
import type { DeadlinesMoved } from '../rules-change/move-deadlines.ts';
import type { Folder } from './folder.ts';

/** What an instruction asks of one unit, until when. */
export interface InstructionPart {
  readonly id: string;
  readonly unitId: string;
  readonly text: TextReference;
  readonly dueAt: Instant;
}

/** A part as it stands. */
export interface PartState extends InstructionPart {
  /** Its unit says that it is done; the center is to look at it. */
  readonly reportedAt?: Instant;
  /** How often the center sent it back. */
  readonly sentBack?: number;
  readonly doneAt?: Instant;
}

export interface ReportPayloads {
  ReportDrafted: {
    readonly rulesVersion: 1;
    readonly caseNumbers: readonly string[];
    readonly deputyMayorId: string;
    readonly text: TextReference;
  };
  ReportRevised: { readonly text: TextReference };
  /** 并报: which cases the draft covers from now on. */
  ReportCoverageChanged: { readonly caseNumbers: readonly string[] };
  ReportSubmitted: {
    readonly automatic: boolean;
    /** Absent while it waits in the weekly folder: the wait for the instruction begins when it is delivered. */
    readonly instructionBy?: Instant;
    /** When the weekly folder goes out; an urgent report goes at once and has none. */
    readonly deliverAt?: Instant;
    /** The register's (ADR 0025); a training's report has none. */
    readonly number?: DocumentNumber;
  };
  /** The weekly folder went out with it. */
  ReportDelivered: {
    readonly instructionBy: Instant;
    /** All that went together, this one too. */
    readonly reportIds: readonly string[];
    /** The one of them whose process sends the mail. */
    readonly carrier: string;
  };
  InstructionGiven: {
    readonly text: TextReference;
    readonly dueAt: Instant;
    readonly parts: readonly InstructionPart[];
  };
  /** A unit on its own part: how far it is, or that it is done. */
  PartReported: { readonly partId: string; readonly text: TextReference; readonly done: boolean };
  /** What the center says to a part that was reported as done. */
  PartReviewed: { readonly partId: string; readonly accepted: boolean; readonly text?: TextReference };
  FollowUpRecorded: { readonly text: TextReference; readonly partId?: string };
  /** Open after its term: whether the executive deputy mayor hears of it, as the director decided. */
  OpenInstructionDecided: {
    readonly told: boolean;
    readonly executiveId?: string;
    /** Nobody decided in time, so it is told by itself: without words, and to the mayor where no executive is named. */
    readonly automatic?: true;
    readonly text?: TextReference;
  };
  ReportEnded: { readonly result: 'solved' | 'unsolved' | 'withdrawn'; readonly text?: TextReference };
  DeadlinesMoved: DeadlinesMoved;
  RungActed: RungActed;
}
export type ReportEventType = keyof ReportPayloads;
export type NewReportEvent = { [T in ReportEventType]: NewEvent<T, ReportPayloads[T]> }[ReportEventType];
export type ReportEvent = { [T in ReportEventType]: EventEnvelope<T, ReportPayloads[T]> }[ReportEventType];

export interface ReportState {
  readonly reportId: string;
  readonly caseNumbers: readonly string[];
  readonly deputyMayorId: string;
  readonly head: { readonly number: number; readonly hash: string };
  readonly rulesVersion: 1;
  readonly status: 'draft' | 'submitted' | 'instructed' | 'ended';
  readonly automatic: boolean;
  /** What it says, in its newest version. */
  readonly text: TextReference;
  readonly issuedAt?: Instant;
  readonly number?: DocumentNumber;
  readonly instructionBy?: Instant;
  /** When the weekly folder goes out that it lies in; an urgent report has none. */
  readonly deliverAt?: Instant;
  /** When it reached the deputy mayor. */
  readonly deliveredAt?: Instant;
  /** When it was last heard what became of the instruction. */
  readonly followedAt?: Instant;
  readonly dueAt?: Instant;
  readonly parts: Readonly<Record<string, PartState>>;
  /** The executive deputy mayor, once he was told that it is still open. */
  readonly toldTo?: string;
  readonly result?: 'solved' | 'unsolved' | 'withdrawn';
  readonly ladders: Ladders;
}

export type ReportCommand =
  | {
      readonly type: 'draft';
      readonly caseNumbers: readonly string[];
      readonly deputyMayorId: string;
      readonly text: TextReference;
    }
  | { readonly type: 'revise'; readonly text: TextReference }
  | { readonly type: 'cover'; readonly caseNumbers: readonly string[] }
  | { readonly type: 'submit'; readonly automatic: boolean; readonly folder?: Folder }
  /** The weekly folder goes out, carried by another of its reports. */
  | { readonly type: 'deliver'; readonly reportIds: readonly string[]; readonly carrier: string }
  | {
      readonly type: 'give-instruction';
      readonly text: TextReference;
      readonly dueAt: Instant;
      readonly parts: readonly Omit<InstructionPart, 'id'>[];
    }
  | { readonly type: 'follow-up'; readonly text: TextReference; readonly partId?: string }
  | { readonly type: 'report-part'; readonly partId: string; readonly text: TextReference; readonly done: boolean }
  | {
      readonly type: 'review-part';
      readonly partId: string;
      readonly accepted: boolean;
      readonly text?: TextReference;
    }
  | { readonly type: 'decide-open'; readonly executiveId?: string; readonly text: TextReference }
  | { readonly type: 'end'; readonly result: 'solved' | 'unsolved' | 'withdrawn'; readonly text?: TextReference }
  | {
      readonly type: 'act';
      readonly key: string;
      readonly at: Instant;
      /** Who is told of what stays open, where nobody decided. */
      readonly executiveId?: string;
      /** The other reports that go out in the same weekly folder. */
      readonly together?: readonly string[];
    };

/** The wait for the weekly folder to go out. */
export const WEEKLY = 'weekly-folder';
/** The wait for the deputy mayor's instruction; the term of one that was given; the director's decision on what is open after it. */
export const AWAITED = 'instruction-awaited';
export const TERM = 'instruction-term';
export const OPEN = 'open-instruction';

/** The wait for a unit to do its part, and for the center to look at what it reported. */
export const partLadder = (partId: string): string => `part/${partId}`;
export const reviewLadder = (partId: string): string => `part-review/${partId}`;
/** The part that a wait is about, if any. */
export const partOfLadder = (subject: string): string => subject.split('/')[1] ?? '';
