import { TRAINING_SERIES, type Actor } from '@hotline/domain';

/** How a report stands, as a folder shows it. */
export type ReportStanding =
  | 'draft'
  | 'waiting'
  | 'delivered'
  | 'read'
  | 'instructed'
  | 'followed'
  | 'overdue'
  | 'ended';

/** The same in SQL, of a row `r`; late by the database's clock, as in every list. */
export const STANDING = `case
  when r.status in ('draft', 'ended') then r.status
  when r.status = 'instructed' then case
    when r.due_at <= now() then 'overdue' when r.followed_at is not null then 'followed' else 'instructed' end
  when r.delivered_at is null then 'waiting'
  when r.instruction_by <= now() then 'overdue'
  when r.read_at is not null then 'read' else 'delivered' end`;

/** What narrows a list of reports: conditions on a row `r`, and what they bind. */
export interface Narrowing {
  readonly where: string;
  readonly values: readonly unknown[];
}

/**
 * The reports that somebody's lists hold, but for those of trainings: the center's all of them, a deputy mayor's his own and
 * what he was told of, the mayor's what was submitted.
 */
export function listedFor({ role, userId, unitId }: Actor): Narrowing {
  if (unitId) return { where: 'false', values: [] };
  const issued = role === 'deputy-mayor' || role === 'mayor' ? ` and r.status <> 'draft'` : '';
  const real = `r.id < ?${issued}`;
  return role === 'deputy-mayor'
    ? { where: `${real} and (r.deputy_mayor_id = ? or r.told_to = ?)`, values: [TRAINING_SERIES, userId, userId] }
    : { where: real, values: [TRAINING_SERIES] };
}
