/** What a code means over HTTP: the status, and a sentence for people in Chinese and in English. */
export interface ProblemSentence {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

/** Codes of one thing, `problem` → status and sentences, as entries `thing.problem`. */
export function sentencesOf(
  thing: string,
  problems: Readonly<Record<string, readonly [status: number, zh: string, en: string]>>,
): [string, ProblemSentence][] {
  return Object.entries(problems).map(([problem, [status, zh, en]]) => [`${thing}.${problem}`, { status, zh, en }]);
}
