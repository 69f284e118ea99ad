export { applicationPort } from './application-port.ts';
export { createActivities, type Activities } from './create-activities.ts';
export type { StreamPage } from './ledger/ledger.activities.ts';
export type { ProcessPort, StreamEvents } from './process-port.ts';
