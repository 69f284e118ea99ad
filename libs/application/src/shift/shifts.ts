import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { SHIFT_LEADERS, shiftsOnDuty, type Actor, type Instant, type ShiftKind } from '@hotline/domain';
import { ShiftEntity, UserEntity, type OpenMatters, type ShiftRow } from '@hotline/persistence';
import { namesOfPeople } from '../organisation/names.ts';

/** A shift as the center sees it. */
export interface ShiftView {
  readonly shiftId: string;
  readonly kind: ShiftKind;
  readonly from: Instant;
  readonly until: Instant;
  readonly leader: { readonly userId: string; readonly name: string };
  readonly members: readonly { readonly userId: string; readonly name: string }[];
  readonly onDuty: boolean;
  /** 交接班 */
  readonly log?: {
    readonly remarks: string;
    readonly matters: OpenMatters;
    readonly writtenByName: string;
    readonly writtenAt: Instant;
    readonly confirmedByName?: string;
    readonly confirmedAt?: Instant;
  };
}

export async function shiftViews(
  em: SqlEntityManager,
  shifts: readonly ShiftRow[],
  now: Instant,
): Promise<ShiftView[]> {
  const nameOf = await namesOfPeople(
    em,
    shifts.flatMap(({ leaderId, memberIds, writtenBy, confirmedBy }) => [
      leaderId,
      ...memberIds,
      ...(writtenBy ? [writtenBy] : []),
      ...(confirmedBy ? [confirmedBy] : []),
    ]),
  );
  const named = (userId: string) => ({ userId, name: nameOf(userId) ?? userId });
  return shifts.map((shift) => {
    const [from, until] = [shift.fromAt.toISOString(), shift.untilAt.toISOString()];
    const { remarks, matters, writtenBy, writtenAt, confirmedBy, confirmedAt } = shift;
    return {
      shiftId: shift.id,
      kind: shift.kind,
      from,
      until,
      leader: named(shift.leaderId),
      members: shift.memberIds.map(named),
      onDuty: from <= now && now < until,
      ...(writtenBy && writtenAt && matters
        ? {
            log: {
              remarks: remarks ?? '',
              matters,
              writtenByName: named(writtenBy).name,
              writtenAt: writtenAt.toISOString(),
              ...(confirmedBy && confirmedAt
                ? { confirmedByName: named(confirmedBy).name, confirmedAt: confirmedAt.toISOString() }
                : {}),
            },
          }
        : {}),
    };
  });
}

/** Who leads a shift that is on duty at an instant. */
export async function leadersOnDuty(em: SqlEntityManager, now: Instant): Promise<string[]> {
  const at = new Date(now);
  const rows = await em.find(
    ShiftEntity,
    { fromAt: { $lte: at }, untilAt: { $gt: at } },
    { fields: ['leaderId', 'fromAt', 'untilAt'], disableIdentityMap: true },
  );
  const shifts = rows.map(({ leaderId, fromAt, untilAt }) => ({
    leaderId,
    from: fromAt.toISOString(),
    until: untilAt.toISOString(),
  }));
  return [...new Set(shiftsOnDuty(shifts, now).map(({ leaderId }) => leaderId))];
}

/** Whether somebody may lead a shift: a shift leader, an operator marked so, or who is above them. */
export async function mayLead(em: SqlEntityManager, userId: string): Promise<boolean> {
  const user = await em.findOne(UserEntity, { id: userId, active: true }, { disableIdentityMap: true });
  return user !== null && (SHIFT_LEADERS.includes(user.role) || (user.role === 'operator' && user.shiftLeader));
}

/** Supervisors and the director plan the roster. */
export function plansShifts({ role }: Actor): boolean {
  return role === 'supervisor' || role === 'director';
}
