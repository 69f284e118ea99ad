/** What of a request a suggestion is made from: every two characters that follow each other, with their weight. */
export type Features = ReadonlyMap<string, number>;

/** What a request is about stands in its title, and at the beginning of its text. */
const TITLE_WEIGHT = 3;
const READ_LENGTH = 400;
const RUNS = /[\p{Script=Han}]+|[a-z0-9]+/gu;

/**
 * The features of a request. A pair counts once however often it is said, so that a long text says no more than a short one;
 * one in the title counts more.
 */
export function featuresOf({ title, text }: { readonly title: string; readonly text: string }): Features {
  const features = new Map<string, number>();
  for (const pair of new Set(pairsOf(text.slice(0, READ_LENGTH)))) features.set(pair, 1);
  for (const pair of new Set(pairsOf(title))) features.set(pair, (features.get(pair) ?? 0) + TITLE_WEIGHT);
  return features;
}

function pairsOf(words: string): string[] {
  return [...words.normalize('NFKC').toLowerCase().matchAll(RUNS)].flatMap(([run]) => {
    const characters = Array.from(run);
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  });
}
