/** A word that must not stand in the repository, and why. */
export interface ForbiddenWord {
  readonly name: string;
  readonly pattern: RegExp;
  /** Which files are looked at. */
  readonly files: RegExp;
  readonly because: string;
}

/** What a generator wrote is not ours to word. */
const code = /^(?!.*\/generated\/).*\.(?:[cm]?[jt]s|[jt]sx)$/;
const everything = /./;

/** All forbidden words. The probes in `forbidden-words.spec.ts` see every one of them caught. */
export const forbiddenWords: readonly ForbiddenWord[] = [
  {
    name: 'machine-path',
    pattern: /(?<![\w.$}~-])\/(?:work|root)\//,
    files: everything,
    because: 'a path of one machine does not exist on another',
  },
  {
    name: 'package-registry',
    pattern:
      /registry\.(?:npmjs|yarnpkg)\b|npm[m]irror|python[h]osted|\bpypi\.org|proxy\.golang\b|"resolved": "https?:/,
    files: everything,
    because: 'where packages come from is for each machine to configure, not for the repository',
  },
  {
    name: 'only-one-test',
    pattern: /\b(?:it|test|describe)(?:\.\w+)*\.only\b|\.only\(|^\s*f(?:it|describe)\(/m,
    files: code,
    because: 'the other tests of the file would silently not run',
  },
  {
    name: 'silenced-compiler',
    pattern: /@ts-(?:ignore|nocheck)/,
    files: code,
    because: 'it hides every error to come; `@ts-expect-error` with a reason ends when its error ends',
  },
  {
    name: 'cast-to-any',
    pattern: /\bas\s+any\b(?!\s+(?!as\b|satisfies\b)\w)/,
    files: code,
    because: 'from there on nothing is checked; `unknown` and a narrowing are',
  },
  {
    name: 'unfinished',
    pattern: /\b(?:TO)DO\b|\bFIXME\b/,
    files: code,
    because: 'code is finished or it is not here; what is left to do belongs in an issue',
  },
];

/** The breaches in one file's text, as `line: word`. Lines count from 1. */
export function forbiddenWordsIn(
  file: string,
  text: string,
): { readonly line: number; readonly word: ForbiddenWord }[] {
  const words = forbiddenWords.filter(({ files, pattern }) => files.test(file) && pattern.test(text));
  if (words.length === 0) return [];
  return text
    .split('\n')
    .flatMap((content, index) =>
      words.filter(({ pattern }) => pattern.test(content)).map((word) => ({ line: index + 1, word })),
    );
}
