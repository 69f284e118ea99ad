import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { powersAt, type Instant, type Power } from '@hotline/domain';
import { DelegationEntity } from '@hotline/persistence';

/** A delegation as people see it. */
export interface DelegationView {
  readonly delegationId: string;
  readonly toUserId: string;
  readonly toUserName: string;
  readonly powers: readonly Power[];
  readonly reason: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly givenBy: string;
  readonly givenByName: string;
  readonly givenAt: Instant;
  readonly endedAt?: Instant;
  /** Whether it holds now. */
  readonly holds: boolean;
}

interface Row {
  id: string;
  to_user_id: string;
  to_user_name: string;
  powers: readonly Power[];
  reason: string;
  from_at: Date;
  until_at: Date;
  given_by: string;
  given_by_name: string;
  given_at: Date;
  ended_at: Date | null;
}

const QUERY = `
  select d.*, u.name as to_user_name, g.name as given_by_name
  from delegation d join app_user u on u.id = d.to_user_id join app_user g on g.id = d.given_by`;

/** Delegations, read with names. */
export async function delegationViews(
  em: SqlEntityManager,
  now: Instant,
  [where, ...bound]: readonly [string, ...unknown[]],
): Promise<DelegationView[]> {
  const rows = await em.execute<Row[]>(`${QUERY} ${where}`, bound);
  return rows.map((row) => {
    const [from, until] = [new Date(row.from_at).toISOString(), new Date(row.until_at).toISOString()];
    return {
      delegationId: row.id,
      toUserId: row.to_user_id,
      toUserName: row.to_user_name,
      powers: row.powers,
      reason: row.reason,
      from,
      until,
      givenBy: row.given_by,
      givenByName: row.given_by_name,
      givenAt: new Date(row.given_at).toISOString(),
      ...(row.ended_at ? { endedAt: new Date(row.ended_at).toISOString() } : {}),
      holds: !row.ended_at && from <= now && now < until,
    };
  });
}

/** The powers of the director that somebody holds at an instant. */
export async function powersOf(em: SqlEntityManager, userId: string, now: Instant): Promise<Power[]> {
  const at = new Date(now);
  const rows = await em.find(
    DelegationEntity,
    { toUserId: userId, fromAt: { $lte: at }, untilAt: { $gt: at }, endedAt: null },
    { disableIdentityMap: true },
  );
  const given = rows.map(({ toUserId, powers, fromAt, untilAt }) => ({
    toUserId,
    powers,
    from: fromAt.toISOString(),
    until: untilAt.toISOString(),
  }));
  return powersAt(given, userId, now);
}
