import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What a code that was sent to a phone is good for. */
export type CodePurpose = 'case-status' | 'web-request';

/** A code as it is kept: never itself, only its digest. Without a phone it was sent to nobody, and is right for nobody. */
export interface CitizenCode {
  readonly id: string;
  readonly purpose: CodePurpose;
  readonly caseNumber?: string;
  readonly phone?: string;
  readonly digest: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export async function keepCode(em: SqlEntityManager, code: CitizenCode): Promise<void> {
  const { id, purpose, caseNumber, phone, digest, createdAt, expiresAt } = code;
  await em.execute(
    `insert into citizen_code (id, purpose, case_number, phone, digest, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)`,
    [id, purpose, caseNumber ?? null, phone ?? null, digest, createdAt, expiresAt],
  );
}

/** Counts a try of a code before it is judged, so that tries in parallel are counted too. Nothing when it is no longer good. */
export async function tryCode(
  em: SqlEntityManager,
  { id, purpose, now, mostTries }: { id: string; purpose: CodePurpose; now: string; mostTries: number },
): Promise<Pick<CitizenCode, 'digest' | 'caseNumber' | 'phone'> | undefined> {
  const [row] = await em.execute<{ digest: string; case_number: string | null; phone: string | null }[]>(
    `update citizen_code set tries = tries + 1
     where id = ? and purpose = ? and tries < ? and used_at is null and expires_at > ? returning digest, case_number, phone`,
    [id, purpose, mostTries, now],
  );
  if (!row) return undefined;
  return {
    digest: row.digest,
    ...(row.case_number ? { caseNumber: row.case_number } : {}),
    ...(row.phone ? { phone: row.phone } : {}),
  };
}

/** A try that was right does not count. */
export async function uncountTry(em: SqlEntityManager, id: string): Promise<void> {
  await em.execute('update citizen_code set tries = greatest(tries - 1, 0) where id = ?', [id]);
}

/** Uses a code up; whether this was the one who did. */
export async function useCode(em: SqlEntityManager, { id, now }: { id: string; now: string }): Promise<boolean> {
  const rows = await em.execute<object[]>(
    'update citizen_code set used_at = ? where id = ? and used_at is null returning id',
    [now, id],
  );
  return rows.length > 0;
}

/** Drops the codes that were good before a moment. */
export async function dropOldCodes(em: SqlEntityManager, before: string): Promise<void> {
  await em.execute('delete from citizen_code where expires_at < ?', [before]);
}
