import type { AssignmentRole, Instant, NoticeKind, ProposalKind, TaskKind, Urgency } from '@hotline/domain';

/** What every notice knows. A notice never holds a citizen's name or phone. */
export interface NoticeBase {
  /** The notice's own key: unique, and the same for every try to send it. */
  readonly key: string;
  readonly recipientName: string;
  /** When the notice was written. */
  readonly at: Instant;
  /** Absolute http(s) address of the page on which the recipient acts. */
  readonly link: string;
}

/** A notice about one case. */
export interface AboutCase extends NoticeBase {
  readonly caseNumber: string;
  /** The case's short title. */
  readonly title: string;
}

/** A notice about one unit's duty. `due` is always the assignment's due (办结反馈时限), never the acknowledge-by. */
export interface AboutAssignment extends AboutCase {
  readonly unitName: string;
  readonly role?: AssignmentRole;
  readonly due: Instant;
}

/** 会办, as an invitation tells it. */
export interface MeetingFacts {
  readonly meetingId: string;
  readonly startsAt: Instant;
  /** 120 minutes unless told. */
  readonly minutes?: number;
  readonly place?: string;
  /** Rises with every change of time and with the cancellation; 0 for the invitation. */
  readonly sequence: number;
  readonly organiser: { readonly name: string; readonly address: string };
  /** All who are invited; those without a mail address are named in the words alone. */
  readonly attendees: readonly { readonly name: string; readonly address?: string }[];
}

export interface AboutMeeting extends AboutCase {
  readonly unitName?: string;
  readonly meeting: MeetingFacts;
}

/** One line of a person's morning list. */
export interface DigestTask {
  readonly kind: TaskKind;
  readonly caseNumber?: string;
  readonly title?: string;
  readonly due?: Instant;
  readonly link: string;
}

/** Whose wait at the center ran out (the ladder that acted). */
export type DeskMatter =
  | 'intake'
  | 'ruling'
  | 'extension'
  | 'suspension'
  | 'review'
  | 'callback'
  | 'second-look'
  | 'books'
  | 'minutes'
  | 'resolution';

interface AboutReport extends AboutCase {
  readonly reportId: string;
  readonly due: Instant;
}

interface AboutInstruction extends AboutReport {
  readonly unitName?: string;
  readonly deputyMayorName?: string;
  /** The deputy mayor's words (批示). */
  readonly instruction: string;
  /** What it asks of the recipient's unit; absent when the recipient follows the whole. */
  readonly part?: string;
}

interface SupervisionDocument extends AboutAssignment {
  /** Which notice of its sort in this case, from 1. */
  readonly serial?: number;
  /** The words of a person who issued it by hand. */
  readonly text?: string;
  /** When the next rung of the due ladder acts, if there is one. */
  readonly nextAt?: Instant;
}

/** What each kind of notice is made of. Texts are plain, many lines allowed; nothing is escaped yet. */
export interface NoticeFactsByKind {
  assignment: AboutAssignment & {
    readonly role: AssignmentRole;
    readonly urgency: Urgency;
    readonly acknowledgeBy: Instant;
    /** 质量要求 */
    readonly quality: string;
    /** 反馈要求 */
    readonly feedback: string;
    readonly designated?: boolean;
    /** The year's holidays are not known yet. */
    readonly provisional?: boolean;
  };
  'acknowledge-reminder': AboutAssignment & { readonly urgency: Urgency; readonly acknowledgeBy: Instant };
  yellow: AboutAssignment;
  red: AboutAssignment & { readonly nextAt?: Instant };
  'urging-notice': SupervisionDocument;
  'supervision-notice': SupervisionDocument;
  'still-overdue': AboutAssignment & { readonly tried?: string };
  'first-report-missing': AboutAssignment & { readonly firstReportBy?: Instant };
  /** `due` is absent when the return was accepted: then nothing is left to do. */
  'return-ruled': AboutCase & {
    readonly unitName: string;
    readonly ruling: 'accepted' | 'rejected' | 'designated';
    readonly text: string;
    readonly due?: Instant;
  };
  /** `due` is the new one when granted, else the one that stands. */
  'extension-decided': AboutAssignment & { readonly granted: boolean; readonly text: string };
  'feedback-rejected': AboutAssignment & { readonly reason: string };
  redo: AboutAssignment & {
    readonly cause: 'dissatisfied' | 'reopened';
    readonly redoNumber?: number;
    readonly text?: string;
  };
  withdrawn: AboutCase & { readonly unitName: string; readonly text?: string };
  /** `due` is the instant at which it happens by itself. */
  proposal: AboutCase & {
    readonly proposal: ProposalKind;
    readonly unitName?: string;
    readonly due: Instant;
    readonly reason?: string;
  };
  'on-site-session': AboutAssignment & { readonly automatic?: boolean };
  talk: AboutAssignment & { readonly automatic?: boolean };
  'meeting-invitation': AboutMeeting & { readonly automatic?: boolean };
  'meeting-update': AboutMeeting & { readonly text: string };
  'meeting-cancellation': AboutMeeting & { readonly text: string };
  'meeting-reminder': AboutMeeting;
  resolution: AboutCase & {
    readonly unitName: string;
    readonly meetingId: string;
    readonly text: string;
    readonly due: Instant;
  };
  'resolution-due': AboutCase & {
    readonly unitName: string;
    readonly meetingId: string;
    readonly text: string;
    readonly due: Instant;
  };
  /** `due` is the instant until which the instruction is awaited. */
  'special-report': AboutReport & {
    /** 症结 */
    readonly trouble: string;
    /** 原因 */
    readonly cause: string;
    /** 途径 */
    readonly wayOut: string;
    /** 已做的工作 */
    readonly tried: string;
    /** Nobody decided in time, so it came by itself. */
    readonly automatic: boolean;
    readonly otherCases?: readonly { readonly caseNumber: string; readonly title: string }[];
  };
  'instruction-reminder': AboutReport & { readonly deputyMayorName?: string };
  'instruction-overdue': AboutReport & { readonly deputyMayorName?: string };
  instruction: AboutInstruction;
  'instruction-due': AboutInstruction;
  /** `due` is when the center's own wait ran out. */
  'desk-overdue': AboutCase & { readonly matter: DeskMatter; readonly unitName?: string; readonly due?: Instant };
  'task-digest': NoticeBase & { readonly tasks: readonly DigestTask[] };
}

export type NoticeFactsOf<Kind extends NoticeKind> = { readonly kind: Kind } & NoticeFactsByKind[Kind];

/** The facts of one notice, told apart by `kind`. */
export type NoticeFacts = { [Kind in NoticeKind]: NoticeFactsOf<Kind> }[NoticeKind];
