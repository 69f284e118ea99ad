import type { MikroORM } from '@mikro-orm/postgresql';
import { databaseClock, type UseCaseContext } from '@hotline/application';
import { PEOPLE } from './people.ts';

/** The context of a use case that somebody of the sown city runs. */
export function contextOf(orm: MikroORM, username: string): UseCaseContext {
  const person = PEOPLE.find((one) => one.username === username);
  if (!person) throw new Error(`nobody is called ${username}`);
  const { role, unitId } = person;
  return { orm, clock: databaseClock, actor: { userId: username, role, ...(unitId ? { unitId } : {}) } };
}
