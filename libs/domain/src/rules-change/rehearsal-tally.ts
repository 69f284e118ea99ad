import { onTimeCompletionRate, onTimeFeedbackRate } from '../rates/rates.ts';
import type { AssignmentFacts } from '../rates/rate-facts.ts';
import type { MachineDeed, RehearsedCase } from './rehearse-case.ts';

/** One side of a rehearsal: as it was, or as it would have been. */
export interface RehearsalSide {
  /** The due set of the rates (DESIGN, section 8), whatever the due: all assignments of the cases but for those excluded. */
  readonly due: number;
  /** Of these, completed by the due. */
  readonly completedInTime: number;
  /** Of these, first reported by the due. */
  readonly fedBackInTime: number;
  readonly reds: number;
  readonly notices: number;
  readonly proposals: number;
  /** How often each rung was climbed, `due/red`. */
  readonly rungs: Readonly<Record<string, number>>;
}

export interface RehearsalRow {
  readonly actual: RehearsalSide;
  readonly rehearsed: RehearsalSide;
}

/** A rehearsal by unit; what the center waited for itself is under `center`. */
export interface RehearsalTally {
  readonly cases: number;
  /** Cases in which anything would have been different. */
  readonly different: number;
  readonly units: Readonly<Record<string, RehearsalRow>>;
}

export const CENTER = 'center';
export const NO_REHEARSAL: RehearsalTally = { cases: 0, different: 0, units: {} };
const NOTHING: RehearsalSide = {
  due: 0,
  completedInTime: 0,
  fedBackInTime: 0,
  reds: 0,
  notices: 0,
  proposals: 0,
  rungs: {},
};
/** The cases are those closed in a period; when their assignments were due does not matter. */
const ANY_TIME = { from: '0000', to: '9999' };

/** Adds a case to what was counted before. The tally grows with the units and rungs there are, not with the cases. */
export function tallied(tally: RehearsalTally, { actual, rehearsed }: RehearsedCase): RehearsalTally {
  const units = { ...tally.units };
  const add = (side: keyof RehearsalRow, unitId: string, change: (counted: RehearsalSide) => RehearsalSide): void => {
    const row = units[unitId] ?? { actual: NOTHING, rehearsed: NOTHING };
    units[unitId] = { ...row, [side]: change(row[side]) };
  };
  for (const [side, { deeds, assignments }] of [
    ['actual', actual],
    ['rehearsed', rehearsed],
  ] as const) {
    for (const deed of deeds) add(side, deed.unitId ?? CENTER, (counted) => withDeed(counted, deed));
    for (const row of assignments) add(side, row.unitId, (counted) => withAssignment(counted, row));
  }
  const isDifferent = JSON.stringify(actual) !== JSON.stringify(rehearsed);
  return { cases: tally.cases + 1, different: tally.different + (isDifferent ? 1 : 0), units };
}

function withDeed(side: RehearsalSide, { rung, notices, proposals }: MachineDeed): RehearsalSide {
  return {
    ...side,
    reds: side.reds + (rung === 'due/red' ? 1 : 0),
    notices: side.notices + notices,
    proposals: side.proposals + proposals,
    rungs: { ...side.rungs, [rung]: (side.rungs[rung] ?? 0) + 1 },
  };
}

function withAssignment(side: RehearsalSide, row: AssignmentFacts): RehearsalSide {
  const completed = onTimeCompletionRate([row], ANY_TIME);
  return {
    ...side,
    due: side.due + completed.of,
    completedInTime: side.completedInTime + completed.count,
    fedBackInTime: side.fedBackInTime + onTimeFeedbackRate([row], ANY_TIME).count,
  };
}
