import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Rhythm } from '@hotline/domain';
import { CircleEntity, CircleMemberEntity, type CircleMember } from '@hotline/persistence';

/** A member of the circle as people see it. */
export interface CircleMemberView {
  readonly memberId: string;
  readonly name: string;
  readonly unitId?: string;
  readonly contact?: string;
  readonly mail?: string;
}

/** The standing circle; before anybody set it up it has no members and no day. */
export interface CircleView {
  readonly rhythm?: Rhythm;
  readonly place?: string;
  readonly members: readonly CircleMemberView[];
}

/** The circle as it stands, its members in the order they were named. */
export async function readCircle(em: SqlEntityManager): Promise<CircleView> {
  const circle = await em.findOne(CircleEntity, { id: 'circle' }, { disableIdentityMap: true });
  const members = await em.find(
    CircleMemberEntity,
    { active: true },
    { orderBy: { position: 'asc' }, disableIdentityMap: true },
  );
  const { week, weekday, minute, place } = circle ?? {};
  const rhythm = week && weekday && minute !== undefined ? { rhythm: { week, weekday, minute } } : {};
  return { ...rhythm, ...(place ? { place } : {}), members: members.map(memberView) };
}

/** Members by their ids, also those who have left the circle since. */
export async function membersById(
  em: SqlEntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CircleMemberView>> {
  const rows = await em.find(CircleMemberEntity, { id: { $in: [...new Set(ids)] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, memberView(row)]));
}

function memberView({ id, name, unitId, contact, mail }: CircleMember): CircleMemberView {
  return {
    memberId: id,
    name,
    ...(unitId ? { unitId } : {}),
    ...(contact ? { contact } : {}),
    ...(mail ? { mail } : {}),
  };
}
