import { configurationOrExit } from '@hotline/configuration';
import { openDatabase } from '@hotline/persistence';
import { pino } from 'pino';
import { startDatabaseRelay } from './relay/compose-relay.main.ts';
import { relayConfiguration } from './relay/relay.configuration.ts';

const { databaseUrl, temporal, logLevel } = configurationOrExit(relayConfiguration);
const logger = pino({ name: 'relay', level: logLevel });
const orm = await openDatabase(databaseUrl, { max: 20 });
const relay = await startDatabaseRelay({ orm, databaseUrl, temporal, logger });
logger.info({ temporal: temporal.address }, 'the relay runs');

let ending = false;
async function end(signal: string): Promise<void> {
  if (ending) return;
  ending = true;
  logger.info({ signal }, 'the relay ends');
  await relay.stop();
  await orm.close(true);
}
process.on('SIGTERM', (signal) => void end(signal));
process.on('SIGINT', (signal) => void end(signal));
