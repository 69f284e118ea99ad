import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { Mark } from '../case-words.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState, QualityCheckState } from '../case-state.ts';
import { event } from './decision.ts';

/** What the task of an appeal belongs to. */
export const appealOf = (checkNumber: number): string => `q${checkNumber}/quality-appeal`;

/**
 * 质检: a quality checker judges somebody's work on a call or on the whole case, by every item of the policy's form.
 * Errors: quality.own-work, quality.bad-marks.
 */
export function checkQuality(
  state: CaseState,
  { checked, userId, marks, text }: CaseCommandOf<'check-quality'>,
  context: DecisionContext,
): NewCaseEvent[] {
  ensure(userId !== context.actor.userId, 'quality.own-work');
  const score = scoreOf(marks, context);
  const checkNumber = (state.qualityChecks ?? []).length + 1;
  return [event('QualityChecked', { checkNumber, checked, userId, marks, score, ...(text ? { text } : {}) })];
}

/**
 * 质检申诉, by the one who was checked, once and within the policy's term. Errors: quality.not-found, quality.not-yours,
 * quality.appealed-before, quality.appeal-too-late.
 */
export function appealQuality(
  state: CaseState,
  { checkNumber, text }: CaseCommandOf<'appeal-quality'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const check = checkOf(state, checkNumber);
  const { actor, now, time, policy } = context;
  ensure(check.userId === actor.userId, 'quality.not-yours');
  ensure(check.status === 'checked', 'quality.appealed-before');
  const until = time.add(check.at, policy.closing.quality.appealWithin).at;
  ensure(now <= until, 'quality.appeal-too-late', { until });
  const decideBy = time.add(now, policy.closing.quality.decideWithin).at;
  const task = { code: 'task:quality-appeal:supervision', subject: appealOf(checkNumber), due: decideBy } as const;
  return [event('QualityAppealed', { checkNumber, decideBy, text }, { effects: [task] })];
}

/** 申诉裁定, by another than the checker: the marks stand, or are set anew. Errors: quality.not-appealed, quality.own-check, quality.bad-marks. */
export function decideQualityAppeal(
  state: CaseState,
  { checkNumber, marks, text }: CaseCommandOf<'decide-quality-appeal'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const check = checkOf(state, checkNumber);
  ensure(check.status === 'appealed', 'quality.not-appealed');
  const { userId } = context.actor;
  ensure(userId !== check.checkerId && userId !== check.userId, 'quality.own-check');
  const score = marks ? scoreOf(marks, context) : check.score;
  const facts = { checkNumber, score, ...(marks ? { marks } : {}), text };
  return [event('QualityAppealDecided', facts, { ladders: { drop: [appealOf(checkNumber)] } })];
}

function checkOf({ qualityChecks = [] }: CaseState, number: number): QualityCheckState {
  const check = qualityChecks[number - 1];
  ensure(check, 'quality.not-found');
  return check;
}

/** The sum of the marks, each item of the form having been marked once, with whole points it may get. */
function scoreOf(marks: readonly Mark[], { policy }: DecisionContext): number {
  const { form } = policy.closing.quality;
  const isRight = form.every(({ id, points: most }) => {
    const given = marks.filter(({ item }) => item === id);
    const points = given[0]?.points ?? Number.NaN;
    return given.length === 1 && Number.isInteger(points) && points >= 0 && points <= most;
  });
  ensure(isRight && marks.length === form.length, 'quality.bad-marks', {
    form: form.map(({ id, points }) => ({ item: id, points })),
  });
  return marks.reduce((sum, { points }) => sum + points, 0);
}
