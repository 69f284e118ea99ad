import { randomUUID } from 'node:crypto';
import {
  acknowledgeAssignment,
  actorOfSession,
  databaseClock,
  getCase,
  listCases,
  registerCase,
  type CaseView,
  type UseCaseContext,
} from '@hotline/application';
import type { Actor } from '@hotline/domain';
import { callOf } from '../growing/citizens-words.ts';
import { openWatchedDatabase, type Statement, type WatchedDatabase } from './statement-log.ts';

export const REQUEST_NAMES = ['register', 'read', 'list', 'act'] as const;
export type RequestName = (typeof REQUEST_NAMES)[number];

/** What a request asks of the database, as it was seen once. */
export interface RecordedRequest {
  readonly statements: readonly Statement[];
  /** What was answered, where the request writes. */
  readonly answer?: unknown;
  /** The case and the key of that request: a repetition has its own. */
  readonly caseNumber: string;
  readonly key: string;
}

export type RecordedRequests = Readonly<Record<RequestName, RecordedRequest>>;

/** Who asks, and about what: two people with a session each, and two cases that wait for the unit to acknowledge them. */
export interface Asking {
  readonly operatorToken: string;
  readonly handlerToken: string;
  readonly waitingCases: readonly [string, string];
  /** What calls are about. */
  readonly categories: readonly string[];
}

export const LIST_LIMIT = 20;

/**
 * Plays each request once as the API does, the session looked up first, and writes down every statement. Once before
 * that, so that what is read a single time, such as the policy, is not counted.
 */
export async function recordRequests(databaseUrl: string, asking: Asking): Promise<RecordedRequests> {
  const database = await openWatchedDatabase(databaseUrl);
  try {
    const operator = await whoHolds(database, asking.operatorToken);
    const handler = await whoHolds(database, asking.handlerToken);
    const [first, caseNumber] = asking.waitingCases;
    await registerCase(context(database, operator, randomUUID()), callOf(0, asking.categories));
    await acknowledge(context(database, handler, randomUUID()), first);
    await getCase(context(database, operator), { caseNumber });
    return {
      register: await record(database, asking.operatorToken, undefined, (key) =>
        registerCase(context(database, operator, key), callOf(1, asking.categories)),
      ),
      read: await record(database, asking.operatorToken, caseNumber, () =>
        getCase(context(database, operator), { caseNumber }),
      ),
      list: await record(database, asking.operatorToken, caseNumber, () =>
        listCases(context(database, operator), { limit: LIST_LIMIT }),
      ),
      act: await record(database, asking.handlerToken, caseNumber, (key) =>
        acknowledge(context(database, handler, key), caseNumber),
      ),
    };
  } finally {
    await database.orm.close();
  }
}

async function record(
  database: WatchedDatabase,
  token: string,
  caseNumber: string | undefined,
  work: (key: string) => Promise<object>,
): Promise<RecordedRequest> {
  const key = randomUUID();
  let answer: object = {};
  const statements = await database.statementsOf(async () => {
    await whoHolds(database, token);
    answer = await work(key);
  });
  return { statements, answer, caseNumber: caseNumber ?? (answer as CaseView).caseNumber, key };
}

const acknowledge = (by: UseCaseContext, caseNumber: string): Promise<CaseView> =>
  acknowledgeAssignment({ ...by, expectedRevision: 2 }, { caseNumber, assignmentId: 'a1' });

async function whoHolds({ orm }: WatchedDatabase, token: string): Promise<Actor> {
  const session = await actorOfSession({ orm }, { token });
  if (!session) throw new Error('the session is not good');
  return session.actor;
}

const context = ({ orm }: WatchedDatabase, actor: Actor, key?: string): UseCaseContext => ({
  orm,
  clock: databaseClock,
  actor,
  ...(key ? { idempotency: { key, digest: 'd'.repeat(64) } } : {}),
});
