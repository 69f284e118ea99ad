import type { Speech } from '../language/use-words.ts';
import { dateTime, dateTimeSeconds } from '../time/local-time.ts';
import { flagIn, textIn, type Payload } from './payload.ts';

const at = (payload: Payload, field: string): string =>
  textIn(payload, field) ? dateTime(textIn(payload, field)) : '';

/** What happened where minutes count, and towards other authorities. */
export const EMERGENCY_SENTENCES: Readonly<Record<string, (payload: Payload, speech: Speech) => string>> = {
  EmergencyTransferred: (payload, { t }) =>
    t(textIn(payload, 'cause') === 'hand-back' ? 'event.HandedBack' : 'event.EmergencyTransferred', {
      at: dateTimeSeconds(textIn(payload, 'transferredAt')),
      line: textIn(payload, 'line'),
      by: at(payload, 'checkBy'),
    }),
  TransferReceipted: (payload, { t }) =>
    t('event.TransferReceipted', {
      by: textIn(payload, 'receivedBy'),
      number: textIn(payload, 'number') ? ` (${textIn(payload, 'number')})` : '',
    }),
  HandOverReceipted: (payload, { t }) => t('event.HandOverReceipted', { by: textIn(payload, 'receivedBy') }),
  UrgentReportRequired: (payload, { t }) => t('event.UrgentReportRequired', { by: at(payload, 'reportBy') }),
  UrgentReportSent: (payload, { t }) =>
    t(textIn(payload, 'nextAt') ? 'event.UrgentReportSent' : 'event.UrgentReportSentLast', {
      count: Number(textIn(payload, 'reportNumber')),
      next: at(payload, 'nextAt'),
    }),
  ResultReturned: (payload, { t }) =>
    t(flagIn(payload, 'inTime') ? 'event.ResultReturned' : 'event.ResultReturnedLate', {
      number: textIn(payload, 'replyNumber'),
    }),
};
