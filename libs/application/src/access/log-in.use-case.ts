import { randomBytes } from 'node:crypto';
import type { Actor, Role } from '@hotline/domain';
import {
  countLoginAttempt,
  forgetLoginAttempts,
  SessionEntity,
  sha256,
  UserEntity,
  type User,
} from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { passwordIs } from './password.ts';

const WINDOW_SECONDS = 15 * 60;
const TRIES_FOR_A_NAME = 10;
const TRIES_FROM_AN_ADDRESS = 100;
const SESSION_MILLISECONDS = 12 * 3_600_000;

/** Who is logged in, for his own eyes. */
export interface SessionUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly unitId?: string;
}

/**
 * Logs a person in. Every attempt is counted before it is judged, so that attempts in parallel are limited too: 10 for a
 * name and 100 from an address in 15 minutes. Errors: login.wrong, login.too-many.
 */
export async function logIn(
  context: Pick<UseCaseContext, 'orm' | 'clock'>,
  input: { readonly username: string; readonly password: string; readonly address: string },
): Promise<{ readonly token: string; readonly expiresAt: string; readonly user: SessionUser }> {
  const em = context.orm.em.fork();
  const nameKey = `name:${input.username.toLowerCase()}`;
  const tries = await countLoginAttempt(em, nameKey, WINDOW_SECONDS);
  const fromAddress = await countLoginAttempt(em, `address:${input.address}`, WINDOW_SECONDS);
  if (tries > TRIES_FOR_A_NAME || fromAddress > TRIES_FROM_AN_ADDRESS)
    throw new AppError('login.too-many', { retryAfterSeconds: WINDOW_SECONDS });
  const user = await em.findOne(UserEntity, { username: input.username, active: true });
  if (!(await passwordIs(input.password, user?.passwordHash)) || !user) throw new AppError('login.wrong');
  await forgetLoginAttempts(em, nameKey);
  const token = randomBytes(32).toString('base64url');
  const now = await context.clock.now(em);
  const expiresAt = new Date(Date.parse(now) + SESSION_MILLISECONDS);
  await em.insert(SessionEntity, { id: sha256(token), userId: user.id, createdAt: new Date(now), expiresAt });
  return { token, expiresAt: expiresAt.toISOString(), user: sessionUser(user) };
}

/** Who holds a token; nobody when it is unknown or too old, or the person is no longer active. */
export async function actorOfSession(
  context: Pick<UseCaseContext, 'orm' | 'clock'>,
  input: { readonly token: string },
): Promise<{ readonly actor: Actor; readonly user: SessionUser } | undefined> {
  const em = context.orm.em.fork();
  const session = await em.findOne(SessionEntity, { id: sha256(input.token) });
  if (!session || session.expiresAt.toISOString() <= (await context.clock.now(em))) return undefined;
  const user = await em.findOne(UserEntity, { id: session.userId, active: true });
  if (!user) return undefined;
  const { id: userId, role, unitId } = user;
  return { actor: { userId, role, ...(unitId ? { unitId } : {}) }, user: sessionUser(user) };
}

/** Ends a session; ending it again changes nothing. */
export async function logOut(context: Pick<UseCaseContext, 'orm'>, input: { readonly token: string }): Promise<void> {
  await context.orm.em.fork().nativeDelete(SessionEntity, { id: sha256(input.token) });
}

function sessionUser({ id, username, name, role, unitId }: User): SessionUser {
  return { id, username, name, role, ...(unitId ? { unitId } : {}) };
}
