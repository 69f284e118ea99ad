import { randomBytes } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Actor, Role } from '@hotline/domain';
import {
  countLoginAttempt,
  forgetLoginAttempts,
  SessionEntity,
  sha256,
  uncountLoginAttempt,
  UserEntity,
  type User,
} from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { passwordIs } from './password.ts';

export const LOGIN_WINDOW_SECONDS = 15 * 60;
const SESSION_MILLISECONDS = 12 * 3_600_000;

/** How many attempts that were wrong each may make in the window. */
const LIMITS = { nameFromAddress: 10, address: 100, name: 300 } as const;

/** Who is logged in, for his own eyes. */
export interface SessionUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly unitId?: string;
}

/**
 * Logs a person in. Every attempt is counted before it is judged, so that attempts in parallel are limited too; one that
 * was right does not count. In 15 minutes: 10 for a name from one address, so that nobody shuts a person out from
 * elsewhere; 100 from an address, where a whole office may sit; 300 for a name from everywhere, against guessing with
 * many addresses. Errors: login.wrong, login.too-many.
 */
export async function logIn(
  context: Pick<UseCaseContext, 'orm' | 'clock'>,
  input: { readonly username: string; readonly password: string; readonly address: string },
): Promise<{ readonly token: string; readonly expiresAt: string; readonly user: SessionUser }> {
  const em = context.orm.em.fork();
  const { username, password, address } = input;
  ensureStorable(username, address);
  const keys = await countAttempt(em, username.toLowerCase(), address);
  const user = await em.findOne(UserEntity, { username, active: true }, { disableIdentityMap: true });
  if (!(await passwordIs(password, user?.passwordHash)) || !user) throw new AppError('login.wrong');
  await forgetLoginAttempts(em, keys.nameFromAddress);
  await uncountLoginAttempt(em, [keys.address, keys.name]);
  const token = randomBytes(32).toString('base64url');
  const now = await context.clock.now(em);
  const expiresAt = new Date(Date.parse(now) + SESSION_MILLISECONDS);
  await em.insert(SessionEntity, { id: sha256(token), userId: user.id, createdAt: new Date(now), expiresAt });
  return { token, expiresAt: expiresAt.toISOString(), user: sessionUser(user) };
}

/** Counts an attempt under all of its keys. Whoever may not try any more is not told whether he was right. */
async function countAttempt(em: SqlEntityManager, name: string, address: string) {
  // The digest keeps long names out of the table.
  const keys = {
    nameFromAddress: `name-from-address:${sha256(JSON.stringify([name, address]))}`,
    address: `address:${address}`,
    name: `name:${sha256(name)}`,
  };
  for (const by of ['nameFromAddress', 'address', 'name'] as const) {
    const { attempts, secondsLeft } = await countLoginAttempt(em, keys[by], LOGIN_WINDOW_SECONDS);
    // Stopped at the first limit: what one address guesses too much shuts nobody out elsewhere.
    if (attempts > LIMITS[by]) throw new AppError('login.too-many', { retryAfterSeconds: secondsLeft });
  }
  return keys;
}

/** Who holds a token; nobody when it is unknown or too old by the database's clock, or the person is no longer active. */
export async function actorOfSession(
  context: Pick<UseCaseContext, 'orm'>,
  input: { readonly token: string },
): Promise<{ readonly actor: Actor; readonly user: SessionUser } | undefined> {
  const em = context.orm.em.fork();
  const [row] = await em.execute<SessionRow[]>(
    `select u.id, u.username, u.name, u.role, u.unit_id from session s join app_user u on u.id = s.user_id
     where s.id = ? and s.expires_at > clock_timestamp() and u.active`,
    [sha256(input.token)],
  );
  if (!row) return undefined;
  const user = sessionUser({ ...row, unitId: row.unit_id });
  const { id: userId, role, unitId } = user;
  return { actor: { userId, role, ...(unitId ? { unitId } : {}) }, user };
}

interface SessionRow extends Pick<User, 'id' | 'username' | 'name' | 'role'> {
  readonly unit_id: string | null;
}

/** Ends a session; ending it again changes nothing. */
export async function logOut(context: Pick<UseCaseContext, 'orm'>, input: { readonly token: string }): Promise<void> {
  await context.orm.em.fork().nativeDelete(SessionEntity, { id: sha256(input.token) });
}

function sessionUser({
  id,
  username,
  name,
  role,
  unitId,
}: Pick<User, 'id' | 'username' | 'name' | 'role' | 'unitId'>): SessionUser {
  return { id, username, name, role, ...(unitId ? { unitId } : {}) };
}
