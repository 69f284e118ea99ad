import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { featuresOf, mayDo, rankLabels, type RankedLabel } from '@hotline/domain';
import { CaseFileEntity, CategoryEntity, learnedOf } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { findCaseInSight } from '../case/case-sight.ts';
import { namesOfUnits } from '../organisation/names.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { learnFromCases } from './learn-from-cases.ts';
import { similarClosed, type SimilarClosedCase } from './similar-closed.ts';

/** One suggestion with its reason. */
export interface Suggested {
  readonly id: string;
  readonly name: string;
  /** 0 to 1, in hundredths: how sure beside the others. */
  readonly score: number;
  /** The reason: words of the request that speak for it, as so many cases went. */
  readonly words: readonly string[];
  readonly cases: number;
}

/** What is suggested; a person decides. Empty lists while nothing was learned. */
export interface Suggestions {
  readonly categories: readonly Suggested[];
  readonly units: readonly Suggested[];
  readonly similar: readonly SimilarClosedCase[];
}

interface Told {
  readonly title: string;
  readonly text: string;
}

const SHOWN = 3;
/** So many cases at most are learned from before an answer, so that it comes soon. */
const LEARNED_ON_THE_WAY = 20;

/** 智能推荐, while a request is written down. Errors: access.denied. */
export async function suggestForRequest(context: UseCaseContext, told: Told): Promise<Suggestions> {
  if (!mayDo(context.actor, 'assign')) throw new AppError('access.denied', { action: 'assign' });
  await learnFromCases(context, LEARNED_ON_THE_WAY);
  return suggestionsFor(context.orm.em.fork(), told);
}

/**
 * 智能推荐 for a case that is there; what was shown is kept, so that its assignment can tell whether the person followed.
 * Errors: access.denied, case.not-found.
 */
export async function suggestForCase(
  context: UseCaseContext,
  { caseNumber }: { readonly caseNumber: string },
): Promise<Suggestions> {
  if (!mayDo(context.actor, 'assign')) throw new AppError('access.denied', { action: 'assign' });
  const em = context.orm.em.fork();
  if (!(await findCaseInSight({ em, actor: context.actor }, caseNumber))) throw new AppError('case.not-found');
  await learnFromCases(context, LEARNED_ON_THE_WAY);
  const { title, text } = await em.findOneOrFail(CaseFileEntity, { caseNumber }, { disableIdentityMap: true });
  const found = await suggestionsFor(em, { title, text }, caseNumber);
  const idsOf = (list: readonly Suggested[]): string => JSON.stringify(list.map(({ id }) => id));
  await em.execute(
    `insert into suggestion_shown (case_number, at, category_ids, unit_ids) values (?, ?, ?, ?)
     on conflict (case_number) do update set (at, category_ids, unit_ids) = (excluded.at, excluded.category_ids, excluded.unit_ids)`,
    [caseNumber, await context.clock.now(em), idsOf(found.categories), idsOf(found.units)],
  );
  return found;
}

async function suggestionsFor(em: SqlEntityManager, told: Told, except?: string): Promise<Suggestions> {
  const features = featuresOf(told);
  const [byCategory, byUnit] = [await learnedOf(em, 'category', features), await learnedOf(em, 'unit', features)];
  const categories = rankLabels(byCategory, features).slice(0, SHOWN);
  const active = await em.execute<{ id: string }[]>('select id from unit where active');
  const isActive = new Set(active.map(({ id }) => id));
  const units = rankLabels(byUnit, features)
    .filter(({ label }) => isActive.has(label))
    .slice(0, SHOWN);
  const named = await em.find(
    CategoryEntity,
    { id: { $in: categories.map(({ label }) => label) } },
    { disableIdentityMap: true },
  );
  const unitName = await namesOfUnits(
    em,
    units.map(({ label }) => label),
  );
  return {
    categories: categories.map((one) => suggested(one, named.find(({ id }) => id === one.label)?.name)),
    units: units.map((one) => suggested(one, unitName(one.label))),
    similar: await similarClosed(em, features, except),
  };
}

function suggested({ label, score, words, cases }: RankedLabel, name: string | undefined): Suggested {
  return { id: label, name: name ?? label, score: Math.round(score * 100) / 100, words, cases };
}
