import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Instant, Mark, QualityMatter } from '@hotline/domain';
import { AppError } from '../app-error.ts';

/** A quality check as people see it. */
export interface QualityCheckView {
  readonly caseNumber: string;
  readonly checkNumber: number;
  readonly checked: QualityMatter;
  readonly userId: string;
  readonly userName: string;
  readonly checkerId: string;
  readonly checkerName: string;
  readonly at: Instant;
  readonly marks: readonly Mark[];
  readonly score: number;
  readonly status: 'checked' | 'appealed' | 'decided';
}

export interface QualityRow {
  readonly case_number: string;
  readonly number: number;
  readonly checked: QualityMatter;
  readonly user_id: string;
  readonly user_name: string;
  readonly checker_id: string;
  readonly checker_name: string;
  readonly at: Date;
  readonly marks: readonly Mark[];
  readonly score: number;
  readonly status: QualityCheckView['status'];
}

export const QUALITY_QUERY = `
  select q.*, u.name as user_name, c.name as checker_name
  from quality_check q join app_user u on u.id = q.user_id join app_user c on c.id = q.checker_id`;

export function qualityView(row: QualityRow): QualityCheckView {
  return {
    caseNumber: row.case_number,
    checkNumber: row.number,
    checked: row.checked,
    userId: row.user_id,
    userName: row.user_name,
    checkerId: row.checker_id,
    checkerName: row.checker_name,
    at: new Date(row.at).toISOString(),
    marks: row.marks,
    score: row.score,
    status: row.status,
  };
}

/** Errors: quality.not-found. */
export async function findQualityCheck(
  em: SqlEntityManager,
  caseNumber: string,
  checkNumber: number,
): Promise<QualityCheckView> {
  const [row] = await em.execute<QualityRow[]>(`${QUALITY_QUERY} where q.case_number = ? and q.number = ?`, [
    caseNumber,
    checkNumber,
  ]);
  if (!row) throw new AppError('quality.not-found');
  return qualityView(row);
}
