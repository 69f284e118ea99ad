import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Instant } from '@hotline/domain';

/** What a link of a short message stands for: one invitation of a case. Of the link itself only the digest is kept. */
export interface CallbackToken {
  readonly digest: string;
  readonly caseNumber: string;
  readonly invitation: number;
  readonly expiresAt: Instant;
}

export async function keepCallbackToken(em: SqlEntityManager, token: CallbackToken): Promise<void> {
  await em.execute('insert into callback_token (digest, case_number, invitation, expires_at) values (?, ?, ?, ?)', [
    token.digest,
    token.caseNumber,
    token.invitation,
    token.expiresAt,
  ]);
}

/** The token of a digest, as long as it may be used. */
export async function findCallbackToken(
  em: SqlEntityManager,
  digest: string,
  now: Instant,
): Promise<CallbackToken | undefined> {
  const [row] = await em.execute<{ case_number: string; invitation: number; expires_at: Date }[]>(
    'select case_number, invitation, expires_at from callback_token where digest = ? and used_at is null and expires_at > ?',
    [digest, now],
  );
  if (!row) return undefined;
  const { case_number: caseNumber, invitation } = row;
  return { digest, caseNumber, invitation, expiresAt: new Date(row.expires_at).toISOString() };
}

/** An answer uses up every link of its invitation: each caller was sent one, and a repeated message another. */
export async function useCallbackTokens(
  em: SqlEntityManager,
  { caseNumber, invitation }: Pick<CallbackToken, 'caseNumber' | 'invitation'>,
  now: Instant,
): Promise<void> {
  await em.execute(
    'update callback_token set used_at = ? where case_number = ? and invitation = ? and used_at is null',
    [now, caseNumber, invitation],
  );
}

/** Links that were over before an instant are forgotten. */
export async function dropOldCallbackTokens(em: SqlEntityManager, before: Instant): Promise<void> {
  await em.execute('delete from callback_token where expires_at < ?', [before]);
}
