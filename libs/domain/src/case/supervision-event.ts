import type { Instant } from '../instant.ts';
import type { OnBehalf, TextReference } from './case-words.ts';
import type { CaseDocumentKind, DocumentNumber } from './supervision-document.ts';

export const URGING_RESULTS = ['promised', 'explained', 'not-reached', 'refused'] as const;
/** 答应办结, 说明情况, 未接通, 推诿拒绝 */
export type UrgingResult = (typeof URGING_RESULTS)[number];

/** 督办: what the supervision room does with a unit, and what leaders of the city ask. */
export interface SupervisionPayloads {
  UrgingCallRecorded: {
    readonly assignmentId: string;
    readonly text: TextReference;
    readonly result?: UrgingResult;
    /** What the unit promised to have done, and by when. */
    readonly promisedBy?: Instant;
  };
  NoticeIssued: {
    readonly assignmentId: string;
    readonly notice: 'urging-notice' | 'supervision-notice';
    readonly text: TextReference;
  };
  /** A numbered paper (催办单, 督办单, …). The number is the register's, allotted where the event is written down. */
  DocumentIssued: {
    readonly documentId: string;
    readonly kind: CaseDocumentKind;
    readonly assignmentId: string;
    readonly number?: DocumentNumber;
    readonly answerBy?: Instant;
    readonly text?: TextReference;
  };
  /** 回执: the unit answered the paper. It answers the earlier ones of the same assignment too. */
  ReturnSlipReceived: {
    readonly assignmentId: string;
    readonly documentId: string;
    readonly text: TextReference;
  } & OnBehalf;
  /** 现场办公 arranged, or arranged anew: `sequence` counts the changes. */
  OnSiteSessionPlanned: {
    readonly assignmentId: string;
    /** Which session of the assignment, from 1. */
    readonly session: number;
    readonly startsAt: Instant;
    readonly sequence: number;
    readonly place: TextReference;
    readonly party: TextReference;
    readonly car?: TextReference;
  };
  OnSiteSessionCancelled: { readonly assignmentId: string; readonly text: TextReference };
  OnSiteSessionRecorded: {
    readonly assignmentId: string;
    readonly text: TextReference;
    readonly agreement?: TextReference;
    /** The files with the photos. */
    readonly photoIds?: readonly string[];
  };
  /** 约谈 */
  TalkHeld: {
    readonly assignmentId: string;
    readonly heldAt: Instant;
    readonly attendees: TextReference;
    readonly text: TextReference;
  };
  /** 通报批评 */
  CriticismPublished: { readonly assignmentId: string; readonly text: TextReference };
  /** 领导督办: a mayor or deputy mayor asks about the case. */
  LeaderAsked: {
    readonly questionId: string;
    readonly leaderId: string;
    readonly answerBy: Instant;
    readonly text: TextReference;
  };
  LeaderAnswered: { readonly questionId: string; readonly text: TextReference };
}
