import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { applicationPort, createActivities } from '@hotline/activities';
import { databaseClock } from '@hotline/application';
import { configurationOrExit } from '@hotline/configuration';
import { TASK_QUEUE } from '@hotline/contracts-process';
import { CENTER, mailChannel, smsChannel } from '@hotline/notifications';
import { openDatabase } from '@hotline/persistence';
import { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { installRuntime } from './install-runtime.ts';
import { addressOf } from './mail-address.ts';
import { reachAddress } from './reach-temporal.ts';
import { RunsBegunAnew } from './runs-begun-anew.ts';
import { startDuties } from './start-duties.ts';
import { untilItWorks } from './until-it-works.ts';
import { workerConfiguration } from './worker.configuration.ts';

const FORCED_AFTER_GRACE = 20_000;

const configuration = configurationOrExit(workerConfiguration);
const { temporal, mail: post, publicUrl, trainingSmtpUrl } = configuration;
const logger = pino({ name: 'worker', level: configuration.logLevel });

const ending = new AbortController();
const end = (signal: string): void => {
  if (ending.signal.aborted) return;
  logger.info({ signal }, 'the worker ends what it is at');
  ending.abort();
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
const patience = { signal: ending.signal, logger };

try {
  await work();
} catch (error) {
  if (!ending.signal.aborted) {
    logger.fatal({ err: error }, 'the worker cannot go on');
    process.exitCode = 1;
  }
}
process.exit();

async function work(): Promise<void> {
  await access(configuration.workflowBundle).catch((cause: unknown) => {
    throw new Error(`There is no ${configuration.workflowBundle} (WORKFLOW_BUNDLE): run npm run build first.`, {
      cause,
    });
  });
  const mail = mailChannel({ smtpUrl: post.smtpUrl, from: post.from });
  const trainingMail = trainingSmtpUrl ? mailChannel({ smtpUrl: trainingSmtpUrl, from: post.from }) : undefined;
  const orm = await openDatabase(configuration.databaseUrl, { max: configuration.databasePool });
  // The metrics answer only once Temporal was reached: whoever looks at them sees a worker that works.
  await untilItWorks(`reach Temporal at ${temporal.address}`, () => reachAddress(temporal.address), patience);
  installRuntime(configuration.metricsPort, logger);
  const connection = await untilItWorks(
    'connect to Temporal',
    () => NativeConnection.connect({ address: temporal.address }),
    patience,
  );
  const organiser = { name: CENTER, address: addressOf(post.from) };
  const sms = smsChannel((message) => logger.info({ sms: message }, 'no SMS gateway: written to the log'));
  const delivery = { mail, sms, publicUrl, organiser, ...(trainingMail ? { trainingMail } : {}) };
  const worker = await untilItWorks(
    `work in Temporal's namespace ${temporal.namespace}`,
    () =>
      Worker.create({
        connection,
        namespace: temporal.namespace,
        taskQueue: TASK_QUEUE,
        workflowBundle: { codePath: configuration.workflowBundle },
        maxCachedWorkflows: configuration.cachedWorkflows,
        activities: createActivities(applicationPort({ orm, clock: databaseClock, delivery })),
        shutdownGraceTime: configuration.shutdownGrace,
        shutdownForceTime: configuration.shutdownGrace + FORCED_AFTER_GRACE,
      }),
    patience,
  );
  const client = new Client({ connection, namespace: temporal.namespace });
  new RunsBegunAnew(client, logger).watch(worker);
  const duty = untilItWorks('start the duties', () => startDuties(client), patience).catch((error: unknown) => {
    if (!ending.signal.aborted) throw error;
  });
  logger.info({ temporal: temporal.address, namespace: temporal.namespace, queue: TASK_QUEUE }, 'the worker works');
  // Also when the signal came while the worker was being made.
  await worker.runUntil(async () => {
    if (!ending.signal.aborted) await once(ending.signal, 'abort');
  });
  await duty;
  await Promise.all([mail.close(), trainingMail?.close(), connection.close(), orm.close(true)]);
  logger.info({}, 'the worker has ended');
}
