import type { AssignmentFacts, CallbackFacts, RateFacts } from './rate-facts.ts';
import {
  completedInTime,
  directAnswerRate,
  dueSet,
  effectiveCallbacks,
  fedBackInTime,
  ofCity,
  ofUnit,
  onTimeCompletionRate,
  onTimeFeedbackRate,
  overallCompletionRate,
  satisfactionRate,
  solvedRate,
  within,
  type Period,
  type Rate,
} from './rates.ts';

/** The three rates that appraise (检查考核), and 解决率 beside them. */
export interface AppraisedRates {
  readonly onTimeCompletion: Rate;
  readonly onTimeFeedback: Rate;
  readonly satisfaction: Rate;
  readonly solved: Rate;
}

/** What the whole city, or a line of it, came to in a period. */
export interface CityFigures extends AppraisedRates {
  /** Registered in the period, and of these valid ones. */
  readonly requests: number;
  readonly valid: number;
  readonly overallCompletion: Rate;
  readonly directAnswers: Rate;
}

/** What one unit came to in a period. */
export interface UnitFigures extends AppraisedRates {
  readonly unitId: string;
}

/** A duty of a unit that was due in a period, and how it stands. */
export interface DueDuty extends AssignmentFacts {
  readonly completedInTime: boolean;
  readonly fedBackInTime: boolean;
}

/** The city's figures: per case, by its lead. */
export function cityFigures(cases: readonly RateFacts[], period: Period): CityFigures {
  const files = cases.map((facts) => facts.case);
  const registered = files.filter(({ registeredAt }) => within(registeredAt, period));
  return {
    requests: registered.length,
    valid: registered.filter(({ valid }) => valid).length,
    overallCompletion: overallCompletionRate(files, period),
    directAnswers: directAnswerRate(files, period),
    ...appraisedRates(ofCity(assignmentsOf(cases)), callbacksOf(cases), period),
  };
}

/** The figures of each unit that something was due of, or that citizens judged, in the period: by their ids. */
export function unitFigures(cases: readonly RateFacts[], period: Period): UnitFigures[] {
  const due = Map.groupBy(dueSet(assignmentsOf(cases), period), ({ unitId }) => unitId);
  const judged = Map.groupBy(effectiveCallbacks(callbacksOf(cases), period), ({ unitId }) => unitId ?? '');
  judged.delete('');
  return [...new Set([...due.keys(), ...judged.keys()])]
    .toSorted()
    .map((unitId) => ({ unitId, ...appraisedRates(due.get(unitId) ?? [], judged.get(unitId) ?? [], period) }));
}

/** What a unit's figures were counted from: its due set, the earliest due first. */
export function dueDutiesOf(cases: readonly RateFacts[], unitId: string, period: Period): DueDuty[] {
  return dueSet(ofUnit(assignmentsOf(cases), unitId), period)
    .toSorted((left, right) => (left.dueAt < right.dueAt ? -1 : 1))
    .map((row) => ({ ...row, completedInTime: completedInTime(row), fedBackInTime: fedBackInTime(row) }));
}

function appraisedRates(
  assignments: readonly AssignmentFacts[],
  callbacks: readonly CallbackFacts[],
  period: Period,
): AppraisedRates {
  return {
    onTimeCompletion: onTimeCompletionRate(assignments, period),
    onTimeFeedback: onTimeFeedbackRate(assignments, period),
    satisfaction: satisfactionRate(callbacks, period),
    solved: solvedRate(callbacks, period),
  };
}

const assignmentsOf = (cases: readonly RateFacts[]): AssignmentFacts[] =>
  cases.flatMap(({ assignments }) => assignments);
const callbacksOf = (cases: readonly RateFacts[]): CallbackFacts[] => cases.flatMap(({ callbacks }) => callbacks);
