import {
  emergencyDeclaration,
  EMERGENCY_LINES,
  handOverReceipt,
  resultReturn,
  TRANSFER_CAUSES,
  transferOutcome,
  transferReceipt,
  transferring,
  urgentReport,
  urgentReportDemand,
} from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, changedCase, need, type Field, type Target } from './action.ts';

const pathOf = (target: Target) => ({ caseNumber: need(target, 'caseNumber') });
const transferOf = (target: Target) => ({ ...pathOf(target), transferId: need(target, 'transferId') });
const text: Field = { kind: 'words', name: 'text' };
const reason: Field = { kind: 'words', name: 'reason' };
const receivedBy: Field = { kind: 'line', name: 'receivedBy' };

/** 应急处置: what is done where minutes count, and towards other authorities. */
export const emergencyActions = [
  action({
    name: 'transfer',
    schema: transferring,
    fields: [
      { kind: 'choice', name: 'line', of: EMERGENCY_LINES, in: 'emergencyLine' },
      { kind: 'choice', name: 'cause', of: TRANSFER_CAUSES, in: 'transferCause' },
      { kind: 'instant', name: 'transferredAt', optional: true },
      text,
    ],
    begin: () => ({ cause: 'emergency' }),
    send: async (target, body, headers) => changedCase(await api.transferCase({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'receipt-transfer',
    schema: transferReceipt,
    fields: [receivedBy, { kind: 'line', name: 'number', optional: true }],
    send: async (target, body, headers) =>
      changedCase(await api.receiptTransfer({ path: transferOf(target), body, headers })),
  }),
  action({
    name: 'record-transfer-outcome',
    schema: transferOutcome,
    fields: [text],
    send: async (target, body, headers) =>
      changedCase(await api.recordTransferOutcome({ path: transferOf(target), body, headers })),
  }),
  action({
    name: 'receipt-hand-over',
    schema: handOverReceipt,
    fields: [receivedBy, text],
    send: async (target, body, headers) =>
      changedCase(await api.receiptHandOver({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'declare-emergency',
    schema: emergencyDeclaration,
    grave: true,
    fields: [reason],
    send: async (target, body, headers) =>
      changedCase(await api.declareEmergency({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'require-urgent-report',
    schema: urgentReportDemand,
    fields: [{ kind: 'instant', name: 'happenedAt', optional: true }, reason],
    send: async (target, body, headers) =>
      changedCase(await api.requireUrgentReport({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'send-urgent-report',
    schema: urgentReport,
    fields: [
      { kind: 'words', name: 'what' },
      { kind: 'line', name: 'where' },
      { kind: 'line', name: 'casualties' },
      { kind: 'words', name: 'measures' },
      { kind: 'line', name: 'atScene' },
      { kind: 'instant', name: 'nextAt', optional: true },
    ],
    begin: ({ case: of }) => ({ what: of?.text, where: of?.place }),
    send: async (target, body, headers) =>
      changedCase(await api.sendUrgentReport({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'return-result',
    schema: resultReturn,
    fields: [{ kind: 'line', name: 'replyNumber' }, { kind: 'instant', name: 'returnedAt', optional: true }, text],
    send: async (target, body, headers) => changedCase(await api.returnResult({ path: pathOf(target), body, headers })),
  }),
];
