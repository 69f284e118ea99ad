import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Features, Learned } from '@hotline/domain';
import { arrayOf } from '../ledger/ledger.ts';

export const SUGGESTED_KINDS = ['category', 'unit'] as const;
/** 诉求分类, 承办单位 */
export type SuggestedKind = (typeof SUGGESTED_KINDS)[number];

/** One case's worth of learning under a label; `times` is -1 where it is unlearned. */
export interface Lesson {
  readonly kind: SuggestedKind;
  readonly label: string;
  readonly features: Features;
  readonly times: 1 | -1;
}

/** The row that keeps how many different features were ever seen; no label is called so. */
const VOCABULARY = '';

/** What was learned, as far as these features tell. */
export async function learnedOf(em: SqlEntityManager, kind: SuggestedKind, features: Features): Promise<Learned> {
  const [labels, counts] = await Promise.all([
    em.execute<{ label: string; cases: number; weight: string }[]>(
      'select label, cases, weight from suggestion_label where kind = ? and (cases > 0 or label = ?)',
      [kind, VOCABULARY],
    ),
    em.execute<{ feature: string; label: string; weight: string }[]>(
      'select feature, label, weight from suggestion_count where kind = ? and feature = any(?::text[]) and weight > 0',
      [kind, arrayOf([...features.keys()])],
    ),
  ]);
  const byFeature = new Map<string, Map<string, number>>();
  for (const { feature, label, weight } of counts) {
    const said = byFeature.get(feature) ?? new Map<string, number>();
    byFeature.set(feature, said.set(label, Number(weight)));
  }
  return {
    vocabulary: labels.find(({ label }) => label === VOCABULARY)?.cases ?? 0,
    labels: new Map(
      labels
        .filter(({ label }) => label !== VOCABULARY)
        .map(({ label, cases, weight }) => [label, { cases, weight: Number(weight) }]),
    ),
    counts: byFeature,
  };
}

/** Adds lessons to what was learned. Within the caller's transaction, who lets nobody else learn meanwhile. */
export async function learn(em: SqlEntityManager, lessons: readonly Lesson[]): Promise<void> {
  const labels = new Map<string, [kind: string, label: string, cases: number, weight: number]>();
  const counts = new Map<string, [kind: string, feature: string, label: string, weight: number]>();
  const features = new Set<string>();
  for (const { kind, label, features: said, times } of lessons) {
    const of = labels.get(`${kind}\n${label}`) ?? [kind, label, 0, 0];
    of[2] += times;
    for (const [feature, weight] of said) {
      of[3] += weight * times;
      const name = `${kind}\n${feature}\n${label}`;
      const count = counts.get(name) ?? [kind, feature, label, 0];
      count[3] += weight * times;
      counts.set(name, count);
      features.add(`${kind}\n${feature}`);
    }
    labels.set(`${kind}\n${label}`, of);
  }
  await em.execute(
    `insert into suggestion_count (kind, feature, label, weight) select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
     on conflict (kind, feature, label) do update set weight = suggestion_count.weight + excluded.weight`,
    columnsOf([...counts.values()], 4),
  );
  const seen = [...features].map((name) => name.split('\n'));
  const fresh = await em.execute<{ kind: string }[]>(
    `insert into suggestion_feature (kind, feature) select * from unnest(?::text[], ?::text[])
     on conflict do nothing returning kind`,
    columnsOf(seen, 2),
  );
  for (const { kind } of fresh) {
    const of = labels.get(`${kind}\n${VOCABULARY}`) ?? [kind, VOCABULARY, 0, 0];
    of[2] += 1;
    labels.set(`${kind}\n${VOCABULARY}`, of);
  }
  await em.execute(
    `insert into suggestion_label (kind, label, cases, weight) select * from unnest(?::text[], ?::text[], ?::int[], ?::bigint[])
     on conflict (kind, label) do update set (cases, weight) = (suggestion_label.cases + excluded.cases, suggestion_label.weight + excluded.weight)`,
    columnsOf([...labels.values()], 4),
  );
}

function columnsOf(rows: readonly (readonly (string | number)[])[], width: number): string[] {
  return Array.from({ length: width }, (_, at) => arrayOf(rows.map((row) => String(row[at]))));
}
