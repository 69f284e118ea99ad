import { databaseClock, logIn } from '@hotline/application';
import type { Policy } from '@hotline/domain';
import { Client, Connection } from '@temporalio/client';
import { startDatabaseRelay } from '../../../apps/api/src/relay/compose-relay.main.ts';
import type { RunningRelay } from '../../../apps/api/src/relay/relay.ts';
import { Steps } from '../../integration/steps.ts';
import { PASSWORD, sowSmallCity } from '../../integration/small-city.ts';
import { answerTheBench, tellTheBench } from '../house/answering.ts';
import { assignCases, loadCases, untilRelayed, type AssignOrder, type LoadOrder } from './load-cases.ts';
import { playStandardCases, type PlayOrder } from './play-standard-cases.ts';
import { policyRow } from './policy-row.ts';

/**
 * What the API does, without HTTP: the use cases that people's steps run, and the relay. It is a process of its own, so
 * that its cost is known apart from the bench's.
 */
const { DATABASE_URL = '', TEMPORAL_ADDRESS = '', TEMPORAL_NAMESPACE = 'default', BENCH_POLICY = '' } = process.env;

const city = await sowSmallCity(databaseClock, JSON.parse(BENCH_POLICY) as Policy, DATABASE_URL);
const connection = Connection.lazy({ address: TEMPORAL_ADDRESS });
const means = {
  city,
  client: new Client({ connection, namespace: TEMPORAL_NAMESPACE }),
  steps: new Steps({ city, now: async () => new Date().toISOString() }),
  say: (line: string) => tellTheBench({ line }),
};
let relay: RunningRelay | undefined;

answerTheBench({
  async startRelay() {
    const temporal = { address: TEMPORAL_ADDRESS, namespace: TEMPORAL_NAMESPACE };
    relay ??= await startDatabaseRelay({ orm: city.orm, databaseUrl: DATABASE_URL, temporal, logger: quietly() });
  },
  async stopRelay() {
    await relay?.stop();
    relay = undefined;
  },
  /** Another policy is in force from now on. */
  force: (policy: Policy) => policyRow(city.orm.em.fork(), policy),
  playStandardCases: (order: PlayOrder) => playStandardCases(means, order),
  loadCases: (order: LoadOrder) => loadCases(means, order),
  assignCases: (order: AssignOrder) => assignCases(means, order),
  /** The token of a session of the operator. */
  async logIn() {
    const operator = { username: 'operator', password: PASSWORD, address: '127.0.0.1' };
    return (await logIn({ orm: city.orm, clock: databaseClock }, operator)).token;
  },
  untilRelayed: () => untilRelayed(means),
});

function quietly() {
  const complain = (facts: object, message: string): void => console.error(message, facts);
  return { info: () => undefined, warn: complain, error: complain };
}
