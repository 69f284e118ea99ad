import type { Instant } from '../../instant.ts';
import type { Urgency } from '../../policy/policy.ts';
import type { NewTerm } from '../case-event.ts';
import type { TextReference } from '../case-words.ts';

export const EMERGENCY_LINES = ['110', '119', '120'] as const;
/** 公安, 消防, 急救 */
export type EmergencyLine = (typeof EMERGENCY_LINES)[number];

/** What an urgent report says, each in words of its own (紧急信息报送). */
export interface UrgentReportTexts {
  readonly what: TextReference;
  readonly where: TextReference;
  readonly casualties: TextReference;
  readonly measures: TextReference;
  /** 现场人员: who is there. */
  readonly atScene: TextReference;
}

/** Facts of emergencies, and of what other authorities gave to the hotline or took from it. */
export interface EmergencyPayloads {
  /** 转接110、119、120, or 移交110: given to another line at this second. */
  EmergencyTransferred: {
    readonly transferId: string;
    readonly line: EmergencyLine;
    /** `emergency`: connected at once; `hand-back`: not the hotline's, given (back) to 110 against a receipt. */
    readonly cause: 'emergency' | 'hand-back';
    readonly transferredAt: Instant;
    /** When what became of it, or the receipt, is asked for. */
    readonly checkBy: Instant;
    readonly text: TextReference;
  };
  /** 回执: the other line took it, under its number where it has one. */
  TransferReceipted: { readonly transferId: string; readonly receivedBy: string; readonly number?: string };
  /** 处置情况: what became of it. */
  TransferOutcomeRecorded: { readonly transferId: string; readonly text: TextReference };
  /** 收到110移交的回执: the hotline told who handed a case over that it has it. */
  HandOverReceipted: { readonly receivedBy: string; readonly text: TextReference };
  /** 应急处置: one of the center's five powers. The units at work go on in minutes. */
  EmergencyDeclared: {
    readonly from: Urgency;
    readonly reason: TextReference;
    readonly terms: readonly (NewTerm & { readonly acknowledgeBy?: Instant })[];
    readonly answerBy?: Instant;
  };
  /** 紧急信息报送: the event of which the leaders must hear, and by when at the latest. */
  UrgentReportRequired: { readonly happenedAt: Instant; readonly reportBy: Instant; readonly reason: TextReference };
  UrgentReportSent: UrgentReportTexts & {
    readonly reportNumber: number;
    readonly happenedAt: Instant;
    /** Sent within its minutes. */
    readonly inTime: boolean;
    /** The next is due then; absent in the last. */
    readonly nextAt?: Instant;
    readonly deputyMayorId?: string;
  };
  /** 转办件回复: the result went back to the province or the prefecture. */
  ResultReturned: {
    readonly replyNumber: string;
    readonly returnedAt: Instant;
    readonly inTime: boolean;
    readonly text: TextReference;
  };
}
