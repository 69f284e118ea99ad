import type { CaseEvent, CaseState } from '@hotline/domain';
import type { Transaction } from '../use-case/run-use-case.ts';

/** The rows by which quality checks are listed and averaged. */
export async function projectQuality(
  { em }: Pick<Transaction, 'em'>,
  { caseNumber, qualityChecks = [] }: CaseState,
  events: readonly CaseEvent[],
): Promise<void> {
  for (const { type, payload, at, by } of events) {
    if (type === 'QualityChecked')
      await em.execute(
        `insert into quality_check (case_number, number, checked, user_id, checker_id, at, marks, score, status)
         values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, 'checked')`,
        [
          caseNumber,
          payload.checkNumber,
          payload.checked,
          payload.userId,
          by,
          at,
          JSON.stringify(payload.marks),
          payload.score,
        ],
      );
    if (type !== 'QualityAppealed' && type !== 'QualityAppealDecided') continue;
    const check = qualityChecks[payload.checkNumber - 1];
    const marks = 'marks' in payload && payload.marks ? JSON.stringify(payload.marks) : null;
    await em.execute(
      'update quality_check set status = ?, score = ?, marks = coalesce(?::jsonb, marks) where case_number = ? and number = ?',
      [check?.status ?? 'checked', check?.score ?? 0, marks, caseNumber, payload.checkNumber],
    );
  }
}
