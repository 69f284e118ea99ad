import { databaseClock } from '@hotline/application';
import { configurationOrExit } from '@hotline/configuration';
import { openDatabase } from '@hotline/persistence';
import { Logger, PinoLogger } from 'nestjs-pino';
import { apiConfiguration } from './api.configuration.ts';
import { createApi } from './create-api.ts';
import { startDatabaseRelay } from './relay/compose-relay.main.ts';

const configuration = configurationOrExit(apiConfiguration);
const { databaseUrl, temporal } = configuration;
const orm = await openDatabase(databaseUrl, { max: configuration.databasePool });
const app = await createApi({ orm, clock: databaseClock, configuration });
const logger = app.get(Logger);
await app.listen(configuration.port, configuration.host);
logger.log(`The API listens at ${await app.getUrl()}`, 'Main');

const relay =
  configuration.relay === 'inside'
    ? await startDatabaseRelay({ orm, databaseUrl, temporal, logger: PinoLogger.root.child({ context: 'Relay' }) })
    : undefined;

const PATIENCE = 12_000;
let ending = false;
/** Answers what was asked, ends what the relay is at, and lets the process end by itself; waits for nobody for ever. */
const end = async (signal: string): Promise<void> => {
  if (ending) return;
  ending = true;
  logger.log(`Ending after ${signal}`, 'Main');
  setTimeout(() => process.exit(0), PATIENCE).unref();
  await Promise.all([app.close(), relay?.stop()]);
  await orm.close();
};
process.on('SIGTERM', (signal) => void end(signal));
process.on('SIGINT', (signal) => void end(signal));
