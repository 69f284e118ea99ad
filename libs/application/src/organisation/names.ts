import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { arrayOf } from '@hotline/persistence';

/** Who is called how, as it was read; what has no name here is nobody's. */
interface Read {
  readonly names: Map<string, string | undefined>;
  since: number;
}

type Named = 'app_user' | 'unit' | 'sub_desk';

/** The name of somebody or something by its id; nothing where there is none. */
export type NameOf = (id: string) => string | undefined;

const READ_ANEW_AFTER = 10_000;
const byDatabase = new WeakMap<object, Record<Named, Read>>();

/** The names of people by their ids, for texts and lists: at most 10 s old. */
export const namesOfPeople = (em: SqlEntityManager, ids: readonly string[]) => namesIn(em, 'app_user', ids);

/** The names of units by their ids, for texts and lists: at most 10 s old. */
export const namesOfUnits = (em: SqlEntityManager, ids: readonly string[]) => namesIn(em, 'unit', ids);

/** The names of units' sub-desks by their ids: at most 10 s old. */
export const namesOfSubDesks = (em: SqlEntityManager, ids: readonly string[]) => namesIn(em, 'sub_desk', ids);

async function namesIn(em: SqlEntityManager, table: Named, ids: readonly string[]): Promise<NameOf> {
  const read = readOf(em, table);
  const unknown = [...new Set(ids)].filter((id) => !read.names.has(id));
  if (unknown.length > 0) {
    const found = await em.execute<{ id: string; name: string }[]>(
      `select id, name from ${table} where id = any(?::${table === 'sub_desk' ? 'uuid' : 'text'}[])`,
      [arrayOf(unknown)],
    );
    const names = new Map(found.map(({ id, name }) => [id, name]));
    for (const id of unknown) read.names.set(id, names.get(id));
  }
  // What was asked for is kept apart: the rest may be forgotten meanwhile.
  const asked = new Map(ids.map((id) => [id, read.names.get(id)]));
  return (id) => asked.get(id);
}

function readOf(em: SqlEntityManager, table: Named): Read {
  const owner = em.config;
  let of = byDatabase.get(owner);
  if (!of) {
    const nothing = (): Read => ({ names: new Map(), since: performance.now() });
    of = { app_user: nothing(), unit: nothing(), sub_desk: nothing() };
    byDatabase.set(owner, of);
  }
  const read = of[table];
  if (performance.now() - read.since > READ_ANEW_AFTER) {
    read.names.clear();
    read.since = performance.now();
  }
  return read;
}
