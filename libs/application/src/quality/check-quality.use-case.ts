import { QUALITY_CHECKERS, type Mark, type QualityMatter } from '@hotline/domain';
import { UserEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeCase, lockCase } from '../case/change-case.ts';
import { ensureFreshCase } from '../case/on-case.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { findQualityCheck, type QualityCheckView } from './quality-view.ts';

export interface CheckQualityInput {
  readonly caseNumber: string;
  readonly checked: QualityMatter;
  /** Whose work it was. */
  readonly userId: string;
  readonly marks: readonly Mark[];
  readonly text?: string;
}

/** 质检 by the policy's form. Errors: user.unknown, quality.own-work, quality.bad-marks. */
export function checkQuality(context: UseCaseContext, input: CheckQualityInput): Promise<QualityCheckView> {
  const { caseNumber, checked, userId, marks, text } = input;
  return onQuality(context, caseNumber, async (transaction) => {
    // Who may not check is not told who works here.
    const mayKnow = QUALITY_CHECKERS.includes(transaction.actor.role);
    if (mayKnow && !(await transaction.em.count(UserEntity, { id: userId, active: true, unitId: null })))
      throw new AppError('user.unknown', { userId });
    const said = text ? { text: await transaction.text(caseNumber, text) } : {};
    return { type: 'check-quality' as const, checked, userId, marks, ...said };
  });
}

/** 质检申诉 by the one who was checked. Errors: quality.not-found, not-yours, appealed-before, appeal-too-late. */
export function appealQuality(
  context: UseCaseContext,
  {
    caseNumber,
    checkNumber,
    text,
  }: { readonly caseNumber: string; readonly checkNumber: number; readonly text: string },
): Promise<QualityCheckView> {
  return onQuality(
    context,
    caseNumber,
    async (transaction) => ({ type: 'appeal-quality', checkNumber, text: await transaction.text(caseNumber, text) }),
    checkNumber,
  );
}

/** 申诉裁定: the marks stand, or are set anew. Errors: quality.not-found, not-appealed, own-check, bad-marks. */
export function decideQualityAppeal(
  context: UseCaseContext,
  input: {
    readonly caseNumber: string;
    readonly checkNumber: number;
    readonly marks?: readonly Mark[];
    readonly text: string;
  },
): Promise<QualityCheckView> {
  const { caseNumber, checkNumber, marks, text } = input;
  return onQuality(
    context,
    caseNumber,
    async (transaction) => ({
      type: 'decide-quality-appeal',
      checkNumber,
      ...(marks ? { marks } : {}),
      text: await transaction.text(caseNumber, text),
    }),
    checkNumber,
  );
}

type QualityCommand = Parameters<typeof changeCase>[2];

/** Answers the check as it is then: the one named, or the case's last. */
function onQuality(
  context: UseCaseContext,
  caseNumber: string,
  toCommand: (transaction: Transaction) => Promise<QualityCommand>,
  checkNumber?: number,
): Promise<QualityCheckView> {
  return runUseCase(context, async (transaction) => {
    const locked = await lockCase(transaction, caseNumber);
    await ensureFreshCase(transaction, locked);
    const { state } = await changeCase(transaction, locked, await toCommand(transaction));
    return findQualityCheck(transaction.em, caseNumber, checkNumber ?? (state.qualityChecks ?? []).length);
  });
}
