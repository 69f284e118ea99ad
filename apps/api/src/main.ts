import { databaseClock } from '@hotline/application';
import { configurationOrExit } from '@hotline/configuration';
import { openDatabase } from '@hotline/persistence';
import { Logger } from 'nestjs-pino';
import { apiConfiguration } from './api.configuration.ts';
import { createApi } from './create-api.ts';

const configuration = configurationOrExit(apiConfiguration);
const orm = await openDatabase(configuration.databaseUrl, { max: configuration.databasePool });
const app = await createApi({ orm, clock: databaseClock, configuration });
const logger = app.get(Logger);
await app.listen(configuration.port, configuration.host);
logger.log(`The API listens at ${await app.getUrl()}`, 'Main');

let ending = false;
const end = async (signal: string): Promise<void> => {
  if (ending) return;
  ending = true;
  logger.log(`Ending after ${signal}`, 'Main');
  await app.close();
  await orm.close();
};
process.on('SIGTERM', (signal) => void end(signal));
process.on('SIGINT', (signal) => void end(signal));
