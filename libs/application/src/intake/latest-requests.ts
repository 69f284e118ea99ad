import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ComparedRequest, Instant } from '@hotline/domain';
import { candidatesNamed, latestSince } from '@hotline/persistence';
import { comparedCandidate } from './compared.ts';

/** A request of the last while, as new ones are compared with it. */
export interface LatestRequest {
  readonly caseNumber: string;
  readonly compared: ComparedRequest;
}

interface Kept extends LatestRequest {
  readonly categoryId: string;
}

const byDatabase = new WeakMap<object, ReadonlyMap<string, Kept>>();

/**
 * The latest requests since an instant, so many at most. What a citizen said does not change: it is read and taken apart
 * when it is met for the first time, for each new request is compared with all of them. Its category may change.
 */
export async function latestRequests(em: SqlEntityManager, since: Instant, atMost: number): Promise<LatestRequest[]> {
  const latest = await latestSince(em, since, atMost);
  const known = byDatabase.get(em.config) ?? new Map<string, Kept>();
  const isKnown = ({ caseNumber, categoryId }: (typeof latest)[number]): boolean =>
    known.get(caseNumber)?.categoryId === categoryId;
  const unknown = latest.filter((one) => !isKnown(one)).map(({ caseNumber }) => caseNumber);
  const read = new Map(
    (await candidatesNamed(em, unknown)).map((candidate) => {
      const { caseNumber, categoryId } = candidate;
      return [caseNumber, { caseNumber, categoryId, compared: comparedCandidate(candidate) }];
    }),
  );
  const requests = latest.flatMap(({ caseNumber }) => read.get(caseNumber) ?? known.get(caseNumber) ?? []);
  byDatabase.set(em.config, new Map(requests.map((one) => [one.caseNumber, one])));
  return requests;
}
