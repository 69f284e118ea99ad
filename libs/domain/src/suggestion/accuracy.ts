import { featuresOf, type Features } from './features.ts';
import { rankLabels, type Learned } from './rank-labels.ts';

/** A request whose label is known. */
export interface LabelledRequest {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  /** Which part it is held out in, from 0. */
  readonly fold: number;
}

/** How often the right label came first, and among the first three; beside it the most frequent labels, guessed blindly. */
export interface Accuracy {
  readonly requests: number;
  readonly first: number;
  readonly amongThree: number;
  readonly naiveFirst: number;
  readonly naiveAmongThree: number;
}

/** Holds out one fold: what was learned from the others is asked of it. Counts, not shares. */
export function accuracyOf(requests: readonly LabelledRequest[], heldOut: number): Accuracy {
  const taught = requests.filter(({ fold }) => fold !== heldOut);
  const asked = requests.filter(({ fold }) => fold === heldOut);
  const learned = learnedFrom(taught.map((request) => ({ features: featuresOf(request), label: request.label })));
  const frequent = [...learned.labels]
    .toSorted(([, left], [, right]) => right.cases - left.cases)
    .map(([label]) => label);
  const placeIn = (labels: readonly string[], label: string, places: number): number =>
    labels.slice(0, places).includes(label) ? 1 : 0;
  const results = asked.map((request) => ({
    label: request.label,
    ranked: rankLabels(learned, featuresOf(request)).map(({ label }) => label),
  }));
  const count = (of: (result: (typeof results)[number]) => number): number =>
    results.reduce((sum, result) => sum + of(result), 0);
  return {
    requests: asked.length,
    first: count(({ ranked, label }) => placeIn(ranked, label, 1)),
    amongThree: count(({ ranked, label }) => placeIn(ranked, label, 3)),
    naiveFirst: count(({ label }) => placeIn(frequent, label, 1)),
    naiveAmongThree: count(({ label }) => placeIn(frequent, label, 3)),
  };
}

/** What is learned from lessons, held in memory. */
export function learnedFrom(lessons: readonly { readonly features: Features; readonly label: string }[]): Learned {
  const labels = new Map<string, { cases: number; weight: number }>();
  const counts = new Map<string, Map<string, number>>();
  for (const { features, label } of lessons) {
    const of = labels.get(label) ?? { cases: 0, weight: 0 };
    of.cases += 1;
    for (const [feature, weight] of features) {
      of.weight += weight;
      const said = counts.get(feature) ?? new Map<string, number>();
      said.set(label, (said.get(label) ?? 0) + weight);
      counts.set(feature, said);
    }
    labels.set(label, of);
  }
  return { vocabulary: counts.size, labels, counts };
}
