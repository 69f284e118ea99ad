import { writeFile } from 'node:fs/promises';
import { databaseClock } from '@hotline/application';
import { smsChannel } from '@hotline/notifications';
import { openDatabase } from '@hotline/persistence';
import { createApi } from '../create-api.ts';
import { PublishedDocument } from './openapi.controller.ts';

/** Writes the OpenAPI document to the file named first: `npm run openapi`. Asks no database. */
const [file] = process.argv.slice(2);
if (!file) throw new Error('Say which file to write.');
const databaseUrl = 'postgresql://nobody@localhost/nothing';
const orm = await openDatabase(databaseUrl);
const configuration = {
  publicUrl: 'http://localhost',
  databaseUrl,
  logLevel: 'silent',
  cookieSecure: false,
  trustProxy: false,
} as const;
const app = await createApi({ orm, clock: databaseClock, sms: smsChannel(() => undefined), configuration });

await writeFile(file, `${JSON.stringify(app.get(PublishedDocument).read(), null, 2)}\n`);
await app.close();
await orm.close();
