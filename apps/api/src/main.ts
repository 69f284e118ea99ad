import { databaseClock } from '@hotline/application';
import { configurationOrExit } from '@hotline/configuration';
import { smsChannel } from '@hotline/notifications';
import { openDatabase } from '@hotline/persistence';
import { Logger, PinoLogger } from 'nestjs-pino';
import { apiConfiguration } from './api.configuration.ts';
import { CONNECTION_PATIENCE } from './connection-patience.ts';
import { createApi } from './create-api.ts';
import { startMailbox } from './mailbox/mailbox.ts';
import { startDatabaseRelay } from './relay/compose-relay.main.ts';

const configuration = configurationOrExit(apiConfiguration);
const { databaseUrl, temporal } = configuration;
const orm = await openDatabase(databaseUrl, { max: configuration.databasePool, connection: CONNECTION_PATIENCE });
const sms = smsChannel((message) =>
  PinoLogger.root.info({ context: 'Sms', sms: message }, 'no SMS gateway: written to the log'),
);
const app = await createApi({ orm, clock: databaseClock, sms, configuration });
const logger = app.get(Logger);
await app.listen(configuration.port, configuration.host);
logger.log(`The API listens at ${await app.getUrl()}`, 'Main');

const relay =
  configuration.relay === 'inside'
    ? await startDatabaseRelay({ orm, databaseUrl, temporal, logger: PinoLogger.root.child({ context: 'Relay' }) })
    : undefined;

const mailbox = configuration.mailbox
  ? await startMailbox(
      { orm, clock: databaseClock },
      { ...configuration.mailbox, fault: (err) => PinoLogger.root.error({ context: 'Mailbox', err }, 'not taken in') },
    )
  : undefined;

const PATIENCE = 12_000;
let ending = false;
/** Answers what was asked, ends what the relay is at, and lets the process end by itself; waits for nobody for ever. */
const end = async (signal: string): Promise<void> => {
  if (ending) return;
  ending = true;
  logger.log(`Ending after ${signal}`, 'Main');
  setTimeout(() => process.exit(0), PATIENCE).unref();
  await Promise.all([app.close(), relay?.stop(), mailbox?.close()]);
  await orm.close();
};
process.on('SIGTERM', (signal) => void end(signal));
process.on('SIGINT', (signal) => void end(signal));
