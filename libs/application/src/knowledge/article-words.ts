import type { ArticleContent } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { ensureCategory, ensureUnit } from '../organisation/known.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** An article as somebody writes it. */
export interface ArticleWords {
  readonly title: string;
  /** How a caller asks. */
  readonly question: string;
  readonly answer: string;
  /** Where it is written: documents with their numbers. */
  readonly sources: readonly string[];
  readonly categoryId: string;
  /** The unit that answers for it; without one the center does. */
  readonly ownerUnitId?: string;
  /** The last Shanghai day on which it is offered, `2026-12-31`. */
  readonly validUntil?: string;
}

/** Keeps the words and answers what an event says of them. Errors: category.unknown, unit.unknown. */
export async function contentOf(
  { em, text }: Transaction,
  articleId: string,
  words: ArticleWords,
): Promise<ArticleContent> {
  const { categoryId, ownerUnitId, validUntil } = words;
  await ensureCategory(em, categoryId);
  if (ownerUnitId) await ensureUnit(em, ownerUnitId);
  return {
    categoryId,
    ...(ownerUnitId ? { ownerUnitId } : {}),
    ...(validUntil ? { validUntil } : {}),
    title: await text(articleId, words.title),
    question: await text(articleId, words.question),
    answer: await text(articleId, words.answer),
    sources: await text(articleId, linesOf(words.sources)),
  };
}

/** A line for each source. Errors: text.not-one-line. */
function linesOf(sources: readonly string[]): string {
  if (sources.some((source) => /[\r\n]/.test(source))) throw new AppError('text.not-one-line');
  return sources.join('\n');
}

export function sourcesOf(lines: string): string[] {
  return lines.split('\n').filter((line) => line !== '');
}
