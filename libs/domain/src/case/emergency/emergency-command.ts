import type { Instant } from '../../instant.ts';
import type { TextReference } from '../case-words.ts';
import type { EmergencyLine, EmergencyPayloads, UrgentReportTexts } from './emergency-event.ts';

/** What a person wants where minutes count, and towards other authorities. */
export type EmergencyCommand =
  | {
      readonly type: 'transfer';
      readonly line: EmergencyLine;
      readonly cause: EmergencyPayloads['EmergencyTransferred']['cause'];
      readonly transferredAt: Instant;
      readonly text: TextReference;
    }
  | {
      readonly type: 'receipt-transfer';
      readonly transferId: string;
      readonly receivedBy: string;
      readonly number?: string;
    }
  | { readonly type: 'record-transfer-outcome'; readonly transferId: string; readonly text: TextReference }
  | { readonly type: 'receipt-hand-over'; readonly receivedBy: string; readonly text: TextReference }
  | { readonly type: 'declare-emergency'; readonly reason: TextReference }
  | { readonly type: 'require-urgent-report'; readonly happenedAt: Instant; readonly reason: TextReference }
  | ({
      readonly type: 'send-urgent-report';
      /** The next one is due then; without it this is the last. */
      readonly nextAt?: Instant;
      readonly deputyMayorId?: string;
    } & UrgentReportTexts)
  | {
      readonly type: 'return-result';
      readonly replyNumber: string;
      readonly returnedAt: Instant;
      readonly text: TextReference;
    };
