import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { TextReference } from '@hotline/domain';
import { arrayOf, findRows, TextEntity } from '@hotline/persistence';

/** Reads at once the words that events name; asked for others, it answers the empty text. */
export async function wordsOfTexts(
  em: SqlEntityManager,
  references: readonly Pick<TextReference, 'id'>[],
): Promise<(reference: { readonly id: string }) => string> {
  const ids = references.map(({ id }) => id);
  const texts = ids.length > 0 ? await findRows(em, TextEntity, 'id = any(?::uuid[])', [arrayOf(ids)]) : [];
  const words = new Map(texts.map(({ id, words: value }) => [id, value]));
  return ({ id }) => words.get(id) ?? '';
}
