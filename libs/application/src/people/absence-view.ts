import type { Instant } from '@hotline/domain';

/** An absence as people see it. */
export interface AbsenceView {
  readonly absenceId: string;
  readonly userId: string;
  readonly userName: string;
  readonly substituteId?: string;
  readonly substituteName?: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly endedAt?: Instant;
}

export interface AbsenceQueryRow {
  readonly id: string;
  readonly user_id: string;
  readonly user_name: string;
  readonly substitute_id: string | null;
  readonly substitute_name: string | null;
  readonly from_at: Date;
  readonly until_at: Date;
  readonly ended_at: Date | null;
}

export const ABSENCE_QUERY = `
  select a.*, u.name as user_name, s.name as substitute_name
  from absence a join app_user u on u.id = a.user_id left join app_user s on s.id = a.substitute_id`;

export function absenceView(row: AbsenceQueryRow): AbsenceView {
  return {
    absenceId: row.id,
    userId: row.user_id,
    userName: row.user_name,
    ...(row.substitute_id ? { substituteId: row.substitute_id } : {}),
    ...(row.substitute_name ? { substituteName: row.substitute_name } : {}),
    from: new Date(row.from_at).toISOString(),
    until: new Date(row.until_at).toISOString(),
    ...(row.ended_at ? { endedAt: new Date(row.ended_at).toISOString() } : {}),
  };
}
