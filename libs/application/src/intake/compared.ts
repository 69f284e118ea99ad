import { phoneKey, type ComparedRequest, type Instant } from '@hotline/domain';
import type { RequestCandidate } from '@hotline/persistence';
import { cutWords } from '../words/cut-words.ts';

/** The category of a request that nobody has sorted yet; two of them have nothing in common by it. */
export const UNCLASSIFIED = 'unclassified';

/** A request as people tell it, whole or while it is being written down. */
export interface ToldRequest {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly place?: string | undefined;
  readonly categoryId?: string | undefined;
  readonly callerPhone?: string | undefined;
}

export function comparedOf(told: ToldRequest, at: Instant): ComparedRequest {
  const { title = '', text = '', place, categoryId, callerPhone } = told;
  const key = callerPhone === undefined ? undefined : phoneKey(callerPhone);
  return {
    title,
    text,
    words: cutWords(`${title}\n${text}`),
    at,
    ...(place ? { place } : {}),
    ...sorted(categoryId),
    ...(key ? { phoneKey: key } : {}),
  };
}

export function comparedCandidate(candidate: RequestCandidate): ComparedRequest {
  const { title, text, words, place, categoryId, phoneKey: key, registeredAt } = candidate;
  return {
    title,
    text,
    words,
    at: new Date(registeredAt).toISOString(),
    ...(place ? { place } : {}),
    ...sorted(categoryId),
    ...(key ? { phoneKey: key } : {}),
  };
}

const sorted = (categoryId: string | undefined) =>
  categoryId === undefined || categoryId === UNCLASSIFIED ? {} : { categoryId };
