import type { TextReference } from '../case/case-words.ts';
import type { DocumentNumber } from '../case/supervision-document.ts';
import type { Instant } from '../instant.ts';
import type { EventEnvelope, NewEvent } from '../ledger/event-envelope.ts';
import type { Ladders, RungActed } from '../ledger/ladder.ts';
import type { DeadlinesMoved } from '../rules-change/move-deadlines.ts';

/** What an instruction asks of one unit, until when. */
export interface InstructionPart {
  readonly id: string;
  readonly unitId: string;
  readonly text: TextReference;
  readonly dueAt: Instant;
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
    readonly instructionBy: Instant;
    /** The register's (ADR 0025); a training's report has none. */
    readonly number?: DocumentNumber;
  };
  InstructionGiven: {
    readonly text: TextReference;
    readonly dueAt: Instant;
    readonly parts: readonly InstructionPart[];
  };
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
  readonly dueAt?: Instant;
  readonly parts: Readonly<Record<string, InstructionPart & { readonly doneAt?: Instant }>>;
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
  | { readonly type: 'submit'; readonly automatic: boolean }
  | {
      readonly type: 'give-instruction';
      readonly text: TextReference;
      readonly dueAt: Instant;
      readonly parts: readonly Omit<InstructionPart, 'id'>[];
    }
  | { readonly type: 'follow-up'; readonly text: TextReference; readonly partId?: string }
  | { readonly type: 'decide-open'; readonly executiveId?: string; readonly text: TextReference }
  | { readonly type: 'end'; readonly result: 'solved' | 'unsolved' | 'withdrawn'; readonly text?: TextReference }
  /** `executiveId`: who is told of what stays open, where nobody decided. */
  | { readonly type: 'act'; readonly key: string; readonly at: Instant; readonly executiveId?: string };

/** The wait for the deputy mayor's instruction; the term of one that was given; the director's decision on what is open after it. */
export const AWAITED = 'instruction-awaited';
export const TERM = 'instruction-term';
export const OPEN = 'open-instruction';
