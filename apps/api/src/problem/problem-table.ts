import { CONFERENCE_SENTENCES } from './conference-sentences.ts';
import { INTAKE_SENTENCES } from './intake-sentences.ts';
import { PEOPLE_SENTENCES } from './people-sentences.ts';
import { POLICY_SENTENCES } from './policy-sentences.ts';
import type { ProblemSentence } from './problem-sentence.ts';
import { REQUEST_SENTENCES } from './request-sentences.ts';
import { RULE_SENTENCES } from './rule-sentences.ts';

/** Every code with what it means over HTTP, each once. */
export const SENTENCES: readonly (readonly [code: string, sentence: ProblemSentence])[] = [
  ...REQUEST_SENTENCES,
  ...RULE_SENTENCES,
  ...INTAKE_SENTENCES,
  ...PEOPLE_SENTENCES,
  ...POLICY_SENTENCES,
  ...CONFERENCE_SENTENCES,
];

/** The one place that says what a code means over HTTP. */
export const PROBLEM_TABLE: ReadonlyMap<string, ProblemSentence> = new Map(SENTENCES);

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Log-in needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Request timeout',
  409: 'Not possible now',
  412: 'Changed meanwhile',
  413: 'Too large',
  414: 'Address too long',
  415: 'Wrong media type',
  417: 'Expectation not met',
  422: 'A rule is not met',
  428: 'If-Match needed',
  429: 'Too many attempts',
  431: 'Headers too large',
  500: 'Internal error',
  503: 'Not available',
};

/** The short title of a status. */
export function titleOfStatus(status: number): string {
  return TITLES[status] ?? 'Problem';
}
