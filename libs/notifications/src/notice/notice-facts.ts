import type {
  AssignmentRole,
  Instant,
  NoticeKind,
  ProposalKind,
  ResolutionWay,
  TaskKind,
  Urgency,
} from '@hotline/domain';

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

/** A notice about somebody's stay at the center. */
export interface AboutStay extends NoticeBase {
  readonly personName: string;
  readonly until: Instant;
  /** His hand-over list is written. */
  readonly listed: boolean;
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

/** 现场办公, as an invitation tells it. */
export interface OnSiteFacts {
  /** As a calendar entry. */
  readonly meeting: MeetingFacts;
  /** Who comes from the center. */
  readonly party: string;
  readonly car?: string;
  /** Why it does not take place. */
  readonly cancelled?: string;
}

interface AboutQuestion extends AboutCase {
  readonly leaderName?: string;
  /** What the leader asked. */
  readonly text: string;
}

export interface AboutMeeting extends AboutCase {
  readonly unitName?: string;
  /** What the meeting before left open, where this one takes it up. */
  readonly unsettled?: readonly string[];
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
  | 'dispute'
  | 'extension'
  | 'suspension'
  | 'review'
  | 'callback'
  | 'second-look'
  | 'books'
  | 'sample'
  | 'transfer'
  | 'receipt'
  | 'urgent-report'
  | 'hand-down'
  | 'part-review'
  | 'minutes'
  | 'resolution'
  | 'on-site'
  | 'talk'
  | 'criticism';

/** A notice about an article of the knowledge base. */
interface AboutArticle extends NoticeBase {
  readonly articleId: string;
  readonly title: string;
  /** The unit that answers for it; absent for the center's own. */
  readonly ownerName?: string;
  readonly due?: Instant;
}

/** A notice about a session of the joint conference. */
export interface AboutConference extends NoticeBase {
  readonly conferenceId: string;
  /** Which session: 2026年1月联席会议. */
  readonly title: string;
}

/** 联席会议, as an invitation tells it. */
export interface ConferenceCall extends AboutConference {
  readonly meeting: MeetingFacts;
  /** A line for each item. */
  readonly agenda: readonly string[];
}

interface ConferenceDuty extends AboutConference {
  readonly unitName: string;
  readonly way: ResolutionWay;
  readonly text: string;
  readonly due: Instant;
}

/** A notice about another body's invitation to the center. */
interface AboutInvitation extends NoticeBase {
  readonly invitationId: string;
  /** To what it invites. */
  readonly title: string;
  readonly from: string;
  readonly place: string;
  readonly startsAt: Instant;
}

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

interface NumberedDocument extends AboutAssignment {
  /** 文号, `皋12345督〔2026〕17号`. The paper itself is attached to the mail. */
  readonly documentNumber?: string;
}

interface SupervisionDocument extends NumberedDocument {
  /** Until when the return slip (回执) is to be back. */
  readonly answerBy?: Instant;
  /** The words of a person who issued it by hand. */
  readonly text?: string;
  /** When the next rung of the due ladder acts, if there is one. */
  readonly nextAt?: Instant;
}

/** What an urgent report says; plain text, many lines allowed. */
export interface UrgentReportWords {
  readonly what: string;
  readonly where: string;
  readonly casualties: string;
  readonly measures: string;
  readonly atScene: string;
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
  /** A fax sheet on its way to the gateway; the sheet itself is attached. `number` is the sheet's. */
  'fax-sheet': AboutAssignment & { readonly acknowledgeBy: Instant; readonly number: string };
  'acknowledge-reminder': AboutAssignment & { readonly urgency: Urgency; readonly acknowledgeBy: Instant };
  yellow: AboutAssignment;
  red: AboutAssignment & { readonly nextAt?: Instant };
  'urging-notice': SupervisionDocument;
  'supervision-notice': SupervisionDocument;
  'still-overdue': AboutAssignment & { readonly tried?: string };
  'first-report-missing': AboutAssignment & { readonly firstReportBy?: Instant };
  /** For the center: which minute term of a unit ran out, and when. */
  'minutes-late': AboutAssignment & { readonly wait: 'acknowledge' | 'first-report' | 'due'; readonly late: Instant };
  /** 应急处置: to the director at once, and to the heads of the units at work. */
  'emergency-declared': AboutCase & {
    readonly reason: string;
    readonly declaredBy: string;
    readonly unitName?: string;
  };
  /** 紧急信息报送: to the mayor, the deputy mayor in charge, the director. */
  'urgent-report': AboutCase &
    UrgentReportWords & { readonly serial: number; readonly happenedAt: Instant; readonly nextAt?: Instant };
  /** A number that called in vain waits for its call; who it is, is not told. */
  'missed-call-overdue': NoticeBase & { readonly misses: number; readonly since: Instant };
  /** 轮岗: whose stay ends, or has ended; `listed`: his hand-over list is written. */
  'stay-ending': AboutStay;
  'stay-ended': AboutStay;
  /** `due` is absent when the return was accepted: then nothing is left to do. */
  'return-ruled': AboutCase & {
    readonly unitName: string;
    readonly ruling: 'accepted' | 'rejected' | 'designated';
    readonly text: string;
    readonly due?: Instant;
  };
  /** The unit leads from now on, as the director decided. */
  'dispute-ruled': AboutAssignment & { readonly text: string; readonly staffingOpinion?: string };
  /** `due` is the new one when granted, else the one that stands. */
  'extension-decided': AboutAssignment & { readonly granted: boolean; readonly text: string };
  /** `contactBy`: until when the unit owed the citizen a word. */
  'contact-reminder': AboutAssignment & { readonly contactBy?: Instant };
  'feedback-rejected': AboutAssignment & { readonly reason: string };
  /** 内部流转: the sub-desk that has it now, and what was said. */
  'handed-over-within': AboutAssignment & { readonly subDesk?: string; readonly text?: string };
  /** 反馈送审: until when the head should decide; 负责人退回, with his words. */
  'feedback-proposed': AboutAssignment & { readonly decideBy?: Instant };
  'feedback-sent-back': AboutAssignment & { readonly reason: string };
  /** 另定期限: `due` is the new one. */
  'term-changed': AboutAssignment & { readonly reason: string };
  redo: AboutAssignment & {
    readonly cause: 'dissatisfied' | 'reopened';
    readonly redoNumber?: number;
    readonly text?: string;
  };
  /** Somebody called about the case again, or another's case was merged into it. */
  'call-again': AboutAssignment & { readonly calls: number; readonly text?: string };
  'urgency-raised': AboutAssignment & { readonly calls: number; readonly days: number; readonly urgency: Urgency };
  /** 突发集中诉求 */
  incident: AboutCase & { readonly callers: number; readonly minutes: number; readonly cases: readonly string[] };
  withdrawn: AboutCase & { readonly unitName: string; readonly text?: string };
  /** `due` is the instant at which it happens by itself. */
  proposal: AboutCase & {
    readonly proposal: ProposalKind;
    readonly unitName?: string;
    readonly due: Instant;
    readonly reason?: string;
  };
  'on-site-session': AboutAssignment & { readonly automatic?: boolean; readonly session?: OnSiteFacts };
  talk: NumberedDocument & { readonly automatic?: boolean };
  'public-criticism': NumberedDocument & { readonly text: string };
  'return-slip-missing': NumberedDocument & { readonly answerBy?: Instant };
  /** `due` is until when the center answers. */
  'leader-question': AboutQuestion & { readonly due: Instant };
  'leader-question-due': AboutQuestion & { readonly due: Instant };
  'leader-answer': AboutQuestion & { readonly answer: string };
  'meeting-invitation': AboutMeeting & { readonly automatic?: boolean };
  /** `due` is until when the unit answers. */
  'meeting-poll': AboutMeeting & { readonly times: readonly Instant[]; readonly due: Instant };
  'meeting-update': AboutMeeting & { readonly text: string };
  /** `polling`: no time was fixed yet. */
  'meeting-cancellation': AboutMeeting & { readonly text: string; readonly polling?: boolean };
  'meeting-reminder': AboutMeeting;
  /** 会议纪要 is attached to the mail. */
  'meeting-minutes': AboutCase & {
    readonly unitName: string;
    readonly meetingId: string;
    readonly documentNumber: string;
    readonly heldAt: Instant;
    readonly settled: boolean;
    /** How many of its resolutions are the unit's. */
    readonly own: number;
    readonly attended: boolean;
  };
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
    /** 请示事项 */
    readonly asked: string;
    /** 文号 */
    readonly documentNumber?: string;
    /** Nobody decided in time, so it came by itself. */
    readonly automatic: boolean;
    readonly otherCases?: readonly { readonly caseNumber: string; readonly title: string }[];
  };
  /** `due` is the instant until which instructions are awaited; the reports themselves are attached. */
  'weekly-folder': NoticeBase & {
    readonly due: Instant;
    readonly reports: readonly {
      readonly reportId: string;
      readonly documentNumber?: string;
      readonly cases: readonly { readonly caseNumber: string; readonly title: string }[];
      readonly asked: string;
      readonly link: string;
    }[];
  };
  'instruction-reminder': AboutReport & { readonly deputyMayorName?: string };
  'instruction-overdue': AboutReport & { readonly deputyMayorName?: string };
  instruction: AboutInstruction;
  'instruction-due': AboutInstruction;
  /** `reason` is what the center misses. */
  'part-sent-back': AboutInstruction & { readonly reason: string };
  /** To the executive deputy mayor; `text` is what the director says of it, nothing where he did not decide in time. */
  'instruction-open': AboutInstruction & { readonly text: string; readonly automatic?: boolean };
  /** `due` is when the center's own wait ran out. */
  'desk-overdue': AboutCase & { readonly matter: DeskMatter; readonly unitName?: string; readonly due?: Instant };
  'article-expiring': AboutArticle;
  'article-expired': AboutArticle;
  /** `text` is what the operator said; `due` until when it is to be checked. */
  'article-doubted': AboutArticle & { readonly text: string };
  'article-overdue': AboutArticle & { readonly matter: 'review' | 'check' | 'validity' };
  'conference-invitation': ConferenceCall & { readonly automatic?: boolean };
  'conference-update': ConferenceCall & { readonly text: string };
  'conference-cancellation': ConferenceCall & { readonly text: string };
  'conference-reminder': ConferenceCall;
  /** 会议纪要 is attached to the mail. */
  'conference-minutes': AboutConference & { readonly documentNumber: string; readonly heldAt: Instant };
  'conference-resolution': ConferenceDuty;
  'conference-resolution-due': ConferenceDuty;
  /** To the director: what of a session is overdue. */
  'conference-overdue': AboutConference & { readonly matter: 'minutes' | 'resolution'; readonly heldAt: Instant };
  'center-invitation': AboutInvitation;
  'center-invitation-reminder': AboutInvitation;
  'center-invitation-overdue': AboutInvitation & { readonly attendeeName?: string };
  'task-digest': NoticeBase & { readonly tasks: readonly DigestTask[] };
}

export type NoticeFactsOf<Kind extends NoticeKind> = { readonly kind: Kind } & NoticeFactsByKind[Kind];

/** The facts of one notice, told apart by `kind`. */
export type NoticeFacts = { [Kind in NoticeKind]: NoticeFactsOf<Kind> }[NoticeKind];
