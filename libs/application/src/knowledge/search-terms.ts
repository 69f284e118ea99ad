import { dictionary } from '../words/dictionary.ts';

const HAN = /\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;
/** What every caller says and no answer is found by. */
const COMMON = new Set(
  '什么 怎么 怎么办 怎样 如何 哪里 哪儿 哪个 哪些 为什么 请问 可以 是否 能否 能不能 有没有 是不是 多少 需要 想要 想问 咨询 了解 一下 现在 我们 你们 这个 那个'.split(
    ' ',
  ),
);

type Weight = 'A' | 'B' | 'C';
/** PostgreSQL keeps no greater position. */
const LAST_POSITION = 16_383;

/** Words as they are compared: one form of each character, in lower case. */
export function normal(words: string): string {
  return words.normalize('NFKC').toLowerCase();
}

/**
 * The terms by which words are found: what the dictionary cuts them into, and every two Chinese characters that follow
 * each other, so that any two find them whatever the dictionary thinks (水费 in 自来水费).
 */
export function termsOf(words: string): string[] {
  const text = normal(words);
  const cut = dictionary()
    .cutForSearch(text, true)
    .filter((word) => HAN.test(word) && Array.from(word).length > 1);
  const runs = text.match(RUNS) ?? [];
  return [...cut, ...runs.flatMap((run) => (HAN.test(run) ? [run].flatMap(pairsOf) : [run]))];
}

/** The `tsvector` of some words with their weights, as its literal. */
export function vectorOf(...parts: readonly (readonly [words: string, weight: Weight])[]): string {
  const places = new Map<string, string[]>();
  let position = 0;
  for (const [words, weight] of parts)
    for (const term of termsOf(words)) {
      position = Math.min(position + 1, LAST_POSITION);
      const known = places.get(term) ?? [];
      if (known.length < 8) places.set(term, [...known, `${position}${weight}`]);
    }
  return [...places].map(([term, at]) => `${quoted(term)}:${at.join(',')}`).join(' ');
}

/** What somebody searches for. */
export interface SearchQuery {
  /** As it was typed, in the normal form. */
  readonly words: string;
  /** The words it is made of, common ones left out; to be marked in what is found. */
  readonly terms: readonly string[];
  /** `tsquery` literals: everything of it, and anything of it. Absent when it has no word to look up. */
  readonly every?: string;
  readonly any?: string;
}

/** Takes apart what somebody typed: a word, or a question as the caller asks it. */
export function searchQuery(typed: string): SearchQuery {
  const words = normal(typed).trim();
  const cut = (words.match(RUNS) ?? []).flatMap((run) => (HAN.test(run) ? wordsOfRun(run) : [run]));
  const telling = cut.filter((word) => !COMMON.has(word));
  const terms = [...new Set(telling.length > 0 ? telling : cut)];
  if (terms.length === 0) return { words, terms };
  const each = terms.map(queryOf);
  return { words, terms, every: each.join(' & '), any: each.join(' | ') };
}

/** A run of Chinese as the dictionary cuts it; single characters that follow each other stay together. */
function wordsOfRun(run: string): string[] {
  if (Array.from(run).length === 2) return [run];
  const words: string[] = [];
  let singles = '';
  const flush = (): void => {
    if (Array.from(singles).length > 1) words.push(singles);
    singles = '';
  };
  for (const word of dictionary().cut(run, true))
    if (Array.from(word).length === 1) singles += word;
    else {
      flush();
      words.push(word);
    }
  flush();
  return words;
}

/** A word is there when its pairs are; as a word of its own it counts for more. */
function queryOf(word: string): string {
  if (!HAN.test(word) || Array.from(word).length === 2) return quoted(word);
  return `(${quoted(word)} | (${pairsOf(word).map(quoted).join(' & ')}))`;
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function quoted(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
