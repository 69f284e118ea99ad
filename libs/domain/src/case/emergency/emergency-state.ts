import type { Instant } from '../../instant.ts';
import type { EmergencyLine, EmergencyPayloads } from './emergency-event.ts';

export interface TransferState {
  readonly id: string;
  readonly line: EmergencyLine;
  readonly cause: EmergencyPayloads['EmergencyTransferred']['cause'];
  readonly transferredAt: Instant;
  readonly receiptedAt?: Instant;
  readonly outcomeAt?: Instant;
}

/** What a case knows of emergencies and of other authorities; absent where there was none. */
export interface EmergencyState {
  readonly transfers?: Readonly<Record<string, TransferState>>;
  /** 110移交件: whether it was told that the hotline has it. */
  readonly handOver?: { readonly receiptedAt?: Instant };
  /** Since when it is handled as an emergency (应急处置). */
  readonly emergencySince?: Instant;
  /** 紧急信息报送, until its last report. */
  readonly urgentReport?: {
    readonly happenedAt: Instant;
    /** Until when the next is to be sent; absent once the last was. */
    readonly reportBy?: Instant;
    readonly sent: number;
  };
  /** 转办件: by when the result is to be back, and when it went. */
  readonly handDown?: { readonly resultBy: Instant; readonly returnedAt?: Instant };
}

/** The waits that do not end with a case: towards another authority, the city's leaders, or a leader who asked. */
export function outlivesCase(subject: string): boolean {
  return /^(?:t\d+|question)\//.test(subject) || OUTLIVING.has(subject);
}

export const HAND_OVER = 'hand-over/receipt';
export const URGENT_REPORT = 'urgent-report';
export const HAND_DOWN = 'hand-down';
const OUTLIVING: ReadonlySet<string> = new Set([HAND_OVER, URGENT_REPORT, HAND_DOWN]);

export const waitsOfTransfer = {
  outcome: (id: string) => `${id}/transfer`,
  receipt: (id: string) => `${id}/receipt`,
};
