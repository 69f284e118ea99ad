import { parseArgs } from 'node:util';
import type { MikroORM } from '@mikro-orm/postgresql';
import { rehydrate } from '@hotline/api';
import { caseOfStream, isTraining } from '@hotline/domain';
import { trainingClocksOf } from '@hotline/persistence';
import { Client } from '@temporalio/client';
import { withDatabase } from '../house/with-database.ts';
import { withTemporal } from '../house/with-temporal.ts';

/** Streams to which something is still to happen: a rung, or a mail that was not sent. */
const OPEN_STREAMS = `
  select id from stream where open
  union
  select notice.stream from notice join stream on stream.id = notice.stream where mail = 'pending'
  order by 1`;

/** What a relay gave up is tried again: its workflow is brought in line with the ledger now. */
const REVIVE_DEAD_LETTERS = `
  update outbox set dead_at = null, attempts = 0, available_at = clock_timestamp() where dead_at is not null`;

/** `--terminate`: after a restore of the database, ends what runs first. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { terminate: { type: 'boolean', default: false } } });
  const { asked, terminated } = await withDatabase((orm) => bringBack(orm, values.terminate));
  const ended = values.terminate ? `，先终止 ${terminated} 个` : '';
  const endedEn = values.terminate ? `, ${terminated} terminated first` : '';
  console.log(`✓ ${asked} 个流程已与台账一致${ended}  ${asked} workflows are in line with the ledger${endedEn}`);
  return 0;
}

async function bringBack(orm: MikroORM, terminateFirst: boolean) {
  const em = orm.em.fork();
  const streams = await em.execute<{ id: string }[]>(OPEN_STREAMS);
  const trainings = new Set(streams.flatMap(({ id }) => (isTraining(id) ? [caseOfStream(id)] : [])));
  const clocks = await Promise.all([...trainings].map((id) => trainingClocksOf(orm.em.fork(), id)));
  const rehydrated = await withTemporal((connection, namespace) =>
    rehydrate({
      client: new Client({ connection, namespace }),
      streams: streams.map(({ id }) => id),
      terminateFirst,
      trainingClocks: clocks.flat(),
      onProgress: (done, of) => {
        if (done % 100 === 0) console.log(`${done} / ${of}`);
      },
    }),
  );
  await em.execute(REVIVE_DEAD_LETTERS);
  return rehydrated;
}
