import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  instantOf,
  likenessOf,
  millisecondsOf,
  type Instant,
  type IntakePolicy,
  type LikenessReason,
  type Stage,
} from '@hotline/domain';
import { openCandidates, type RequestCandidate } from '@hotline/persistence';
import { cutWords } from '../words/cut-words.ts';
import { comparedCandidate, comparedOf, type ToldRequest } from './compared.ts';

/** An open request that is like another: how much, and by what. */
export interface SimilarRequest {
  readonly caseNumber: string;
  readonly title: string;
  readonly stage: Stage;
  readonly categoryId: string;
  readonly place?: string;
  readonly registeredAt: Instant;
  /** 0 to 1, in hundredths. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}

const DAY = 86_400_000;
/** What a request is about stands at its beginning; so many words are looked for. */
const LOOKED_FOR = 12;

/** Open requests like one that is told, the likest first. `except` is the case itself. */
export async function findSimilar(
  em: SqlEntityManager,
  told: ToldRequest,
  { now, policy, except }: { readonly now: Instant; readonly policy: IntakePolicy; readonly except?: string },
): Promise<SimilarRequest[]> {
  const { days, from, atMost } = policy.similar;
  const asked = comparedOf(told, now);
  const { categoryId, phoneKey, title } = asked;
  const since = instantOf(millisecondsOf(now) - days * DAY);
  const words = [...new Set([...cutWords(title), ...asked.words])].slice(0, LOOKED_FOR);
  const candidates = await openCandidates(em, { title, words, categoryId, phoneKey, since });
  return candidates
    .filter(({ caseNumber }) => caseNumber !== except)
    .map((candidate) => ({ candidate, ...likenessOf(asked, comparedCandidate(candidate), days) }))
    .filter(({ score }) => score >= from)
    .toSorted(
      (left, right) => right.score - left.score || right.candidate.caseNumber.localeCompare(left.candidate.caseNumber),
    )
    .slice(0, atMost)
    .map(({ candidate, score, reasons }) => similar(candidate, score, reasons));
}

function similar(candidate: RequestCandidate, score: number, reasons: readonly LikenessReason[]): SimilarRequest {
  const { caseNumber, title, stage, categoryId, place, registeredAt } = candidate;
  return {
    caseNumber,
    title,
    stage,
    categoryId,
    ...(place ? { place } : {}),
    registeredAt: new Date(registeredAt).toISOString(),
    score: Math.round(score * 100) / 100,
    reasons,
  };
}
