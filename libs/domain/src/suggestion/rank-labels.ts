import type { Features } from './features.ts';

/** What was learned from cases that are over: how much each feature was said under each label. */
export interface Learned {
  /** How many different features were ever seen. */
  readonly vocabulary: number;
  /** By label: from how many cases, and the weight of all their features. */
  readonly labels: ReadonlyMap<string, { readonly cases: number; readonly weight: number }>;
  /** By feature, by label; those that are asked for suffice. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** A label with what speaks for it. */
export interface RankedLabel {
  readonly label: string;
  /** 0 to 1, all together 1; how sure it is beside the others, not how often it is right. */
  readonly score: number;
  /** The words of the request that speak most for it. */
  readonly words: readonly string[];
  /** From so many cases it was learned. */
  readonly cases: number;
}

const SMOOTHING = 1;
const WORDS = 5;

/**
 * The labels of a request, the likeliest first: complement naive Bayes (Rennie et al. 2003), which asks of each label how
 * little the request is like all the others; it bears labels of uneven numbers. Every score is a sum over the request's own
 * pairs of characters, so the pairs that weigh most are the reason. Nothing where nothing was learned.
 */
export function rankLabels(learned: Learned, features: Features): RankedLabel[] {
  const all = [...learned.labels.values()].reduce((sum, { weight }) => sum + weight, 0);
  const known = [...features].flatMap(([feature, times]) => {
    const counts = learned.counts.get(feature);
    return counts ? [{ feature, times, counts, said: sumOf(counts) }] : [];
  });
  const scored = [...learned.labels].map(([label, { weight, cases }]) => {
    const others = all - weight + SMOOTHING * learned.vocabulary;
    const parts = known.map(({ feature, times, counts, said }) => {
      const elsewhere = said - (counts.get(label) ?? 0);
      return { feature, for: -times * Math.log((elsewhere + SMOOTHING) / others) };
    });
    return { label, cases, parts, sum: parts.reduce((sum, part) => sum + part.for, 0) };
  });
  const ranked = scored.toSorted((left, right) => right.sum - left.sum || left.label.localeCompare(right.label));
  const most = ranked[0]?.sum ?? 0;
  // By the square root of the weight: the pairs overlap, so their sum is surer of itself than it may be.
  const heat = Math.sqrt(
    Math.max(
      1,
      known.reduce((sum, { times }) => sum + times, 0),
    ),
  );
  const shares = ranked.map(({ sum }) => Math.exp((sum - most) / heat));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const mean = new Map(
    known.map(({ feature }, at) => [feature, average(scored.map(({ parts }) => parts[at]?.for ?? 0))]),
  );
  return ranked.map(({ label, cases, parts }, at) => ({
    label,
    cases,
    score: (shares[at] ?? 0) / whole,
    words: tellingWords(parts.map((part) => ({ ...part, for: part.for - (mean.get(part.feature) ?? 0) }))),
  }));
}

interface Part {
  readonly feature: string;
  readonly for: number;
}

/** Pairs that follow each other in the request are one word. */
function tellingWords(parts: readonly Part[]): string[] {
  const telling = parts
    .filter((part) => part.for > 0)
    .toSorted((left, right) => right.for - left.for)
    .slice(0, WORDS * 2);
  const chosen = new Set(telling);
  const words: string[] = [];
  for (const part of parts.filter((one) => chosen.has(one))) {
    const last = words.at(-1);
    if (last?.endsWith(part.feature[0] ?? ' ') === true) words[words.length - 1] = last + part.feature.slice(1);
    else words.push(part.feature);
  }
  return words.slice(0, WORDS);
}

const sumOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, one) => sum + one, 0);
const average = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
