export { createDatabase, startPostgres, type TestPostgres } from '../test-servers/postgres.ts';
export { createSuiteDatabase } from '../test-servers/suite-database.ts';
export { startTemporalDevServer, startTimeSkippingServer, type TestTemporalServer } from '../test-servers/temporal.ts';
export {
  hasTemporalCluster,
  startTemporalCluster,
  type TestTemporalCluster,
} from '../test-servers/temporal-cluster.ts';
export { startMailCatcher, type CaughtMail, type MailCatcher, type MailTrouble } from '../test-servers/mail-catcher.ts';
export { findChromium } from '../test-servers/chromium.ts';
export { givingWay } from '../processes/gives-way.ts';
export { LITTLE_MEMORY } from '../processes/little-memory.ts';
export { exitOnSignal } from '../processes/exit-on-signal.ts';
export { anyFreePort } from '../processes/free-port.ts';
export { connectWhenUp } from '../temporal/connection.ts';
export { registerSearchAttributes, type SearchAttributeTypes } from '../temporal/search-attributes.ts';
export { RETENTION_DAYS, setRetention } from '../temporal/retention.ts';
export { readPdf } from '../testing/read-pdf.ts';
