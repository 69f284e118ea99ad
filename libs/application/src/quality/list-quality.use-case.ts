import { isOfCenter, QUALITY_CHECKERS, type Actor, type Instant, type QualityItem } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { rulesInForce } from '../rules/rules.ts';
import { isOwnInstant, pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { QUALITY_QUERY, qualityView, type QualityCheckView, type QualityRow } from './quality-view.ts';

type Asking = Pick<UseCaseContext, 'orm' | 'actor'>;

export interface ListQualityInput extends PageInput {
  /** Whose work; for who was checked himself always his own. */
  readonly userId?: string;
  readonly status?: QualityCheckView['status'];
}

/** One person's checks of a time, together. */
export interface QualityScore {
  readonly userId: string;
  readonly userName: string;
  readonly checks: number;
  /** The mean of the scores, rounded to a tenth. */
  readonly average: number;
  readonly lowest: number;
  readonly appealed: number;
}

/** 质检表 of the policy in force. */
export async function getQualityForm({ orm, actor }: Asking): Promise<{ readonly items: readonly QualityItem[] }> {
  ensureOfCenter(actor);
  const { policy } = await rulesInForce(orm.em.fork());
  return { items: policy.closing.quality.form };
}

/** Quality checks, the latest first: all for who checks, his own for anybody else of the center. Errors: access.denied. */
export async function listQualityChecks(
  { orm, actor }: Asking,
  { userId, status, after, limit }: ListQualityInput,
): Promise<Page<QualityCheckView>> {
  const where = ['true'];
  const values: unknown[] = [];
  const whose = whoseWork(actor, userId);
  if (whose) {
    where.push('q.user_id = ?');
    values.push(whose);
  }
  if (status) {
    where.push('q.status = ?');
    values.push(status);
  }
  if (after) {
    where.push('(q.at, q.case_number, q.number) < (?::timestamptz, ?, ?::int)');
    values.push(...readCursor(after));
  }
  const rows = await orm.em
    .fork()
    .execute<QualityRow[]>(
      `${QUALITY_QUERY} where ${where.join(' and ')} order by q.at desc, q.case_number desc, q.number desc limit ?`,
      [...values, limit + 1],
    );
  const page = pageOf(rows, limit, (row) => `${new Date(row.at).toISOString()}_${row.case_number}_${row.number}`);
  return { ...page, items: page.items.map(qualityView) };
}

/** Scores by person of a time, the best first; his own for who does not check. Errors: access.denied. */
export async function scoreQuality(
  { orm, actor }: Asking,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<{ readonly items: readonly QualityScore[] }> {
  const whose = whoseWork(actor);
  const items = await orm.em.fork().execute<QualityScore[]>(
    `select q.user_id as "userId", u.name as "userName", count(*)::int as checks, round(avg(q.score), 1)::float as average,
       min(q.score) as lowest, (count(*) filter (where q.status <> 'checked'))::int as appealed
     from quality_check q join app_user u on u.id = q.user_id
     where q.at >= ? and q.at < ?${whose ? ' and q.user_id = ?' : ''}
     group by q.user_id, u.name order by average desc, q.user_id`,
    [from, to, ...(whose ? [whose] : [])],
  );
  return { items };
}

function whoseWork(actor: Actor, asked?: string): string | undefined {
  ensureOfCenter(actor);
  return QUALITY_CHECKERS.includes(actor.role) ? asked : actor.userId;
}

function ensureOfCenter(actor: Actor): void {
  if (!isOfCenter(actor)) throw new AppError('access.denied', { action: 'read-quality' });
}

function readCursor(cursor: string): [string, string, string] {
  const [at, caseNumber, number] = cursor.split('_');
  if (!isOwnInstant(at) || !/^\d{1,20}$/.test(caseNumber ?? '') || !/^\d{1,6}$/.test(number ?? ''))
    throw new AppError('list.bad-cursor');
  return [at, caseNumber ?? '', number ?? ''];
}
