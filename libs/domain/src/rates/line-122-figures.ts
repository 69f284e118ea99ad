import type { CaseEvent } from '../case/case-event.ts';
import type { Instant } from '../instant.ts';
import { HELP_KINDS, type HelpKind, type Line122Policy } from '../line-122/line-122-policy.ts';
import type { WorkingTime } from '../working-time/working-time.ts';
import { cityFigures, type CityFigures } from './city-figures.ts';
import { rateFactsOf, type RateFacts } from './rate-facts.ts';
import { rateOf, within, type Period, type Rate } from './rates.ts';

/** One unit's minutes on a case of the 122 line, in its first round. */
export interface MinuteFacts {
  readonly assignmentId: string;
  readonly assignedAt: Instant;
  readonly acknowledgeBy: Instant;
  readonly acknowledgedAt?: Instant;
  readonly reportBy: Instant;
  /** The first report or feedback. */
  readonly reportedAt?: Instant;
}

/** A case of the 122 line as its figures see it. */
export interface Line122Facts {
  readonly help: HelpKind;
  readonly facts: RateFacts;
  readonly minutes: readonly MinuteFacts[];
}

/** What one kind of help, or the whole line, came to in a period. */
export interface Line122Figures extends CityFigures {
  /** Assignments given out in the period. */
  readonly assignments: number;
  /** Acknowledged, and reported, within their minutes, of those due in the period. */
  readonly acknowledgedInTime: Rate;
  readonly reportedInTime: Rate;
  /** How long they took at the middle one, in minutes; null where there was none. */
  readonly minutesToAcknowledge: number | null;
  readonly minutesToReport: number | null;
}

/** What the figures need to know of one case of the line, from its events; nothing of a case that came otherwise. */
export function line122FactsOf(
  events: readonly CaseEvent[],
  policy: Line122Policy,
  time: WorkingTime,
): Line122Facts | undefined {
  const [registered] = events;
  const help = registered?.type === 'CaseRegistered' ? registered.payload.help : undefined;
  if (help === undefined) return undefined;
  const minutes = events.flatMap((event) =>
    event.type !== 'CaseAssigned'
      ? []
      : event.payload.assignments.map(({ assignmentId, acknowledgeBy }): MinuteFacts => {
          const of = (...types: CaseEvent['type'][]) => firstAt(events, assignmentId, types);
          const acknowledgedAt = of('AssignmentAcknowledged');
          const reportedAt = of('InterimReported', 'FeedbackSubmitted');
          return {
            assignmentId,
            assignedAt: event.at,
            acknowledgeBy,
            ...(acknowledgedAt ? { acknowledgedAt } : {}),
            reportBy: time.add(event.at, policy.terms[help].firstReport).at,
            ...(reportedAt ? { reportedAt } : {}),
          };
        }),
  );
  return { help, facts: rateFactsOf(events), minutes };
}

function firstAt(events: readonly CaseEvent[], assignmentId: string, types: readonly string[]): Instant | undefined {
  return events.find(
    ({ type, payload }) => types.includes(type) && 'assignmentId' in payload && payload.assignmentId === assignmentId,
  )?.at;
}

/** The figures of the whole line and of each kind of help; assignments that were let go count in no minutes. */
export function line122Figures(
  cases: readonly Line122Facts[],
  period: Period,
): { readonly all: Line122Figures; readonly byHelp: Readonly<Record<HelpKind, Line122Figures>> } {
  const of = (help: HelpKind) =>
    figuresOf(
      cases.filter((one) => one.help === help),
      period,
    );
  return {
    all: figuresOf(cases, period),
    byHelp: Object.fromEntries(HELP_KINDS.map((help) => [help, of(help)])) as Record<HelpKind, Line122Figures>,
  };
}

function figuresOf(cases: readonly Line122Facts[], period: Period): Line122Figures {
  const bound = cases.flatMap(({ minutes, facts }) =>
    minutes.filter(({ assignmentId }) => isBound(facts, assignmentId)),
  );
  const toAcknowledge = bound.filter(({ acknowledgeBy }) => within(acknowledgeBy, period));
  const toReport = bound.filter(({ reportBy }) => within(reportBy, period));
  return {
    ...cityFigures(
      cases.map(({ facts }) => facts),
      period,
    ),
    assignments: bound.filter(({ assignedAt }) => within(assignedAt, period)).length,
    acknowledgedInTime: inTime(toAcknowledge, (row) => [row.acknowledgedAt, row.acknowledgeBy]),
    reportedInTime: inTime(toReport, (row) => [row.reportedAt, row.reportBy]),
    minutesToAcknowledge: middle(toAcknowledge.flatMap((row) => lengthOf(row, row.acknowledgedAt))),
    minutesToReport: middle(toReport.flatMap((row) => lengthOf(row, row.reportedAt))),
  };
}

function isBound({ assignments }: RateFacts, assignmentId: string): boolean {
  return assignments.some((row) => row.assignmentId === assignmentId && row.excluded === undefined);
}

function inTime(
  rows: readonly MinuteFacts[],
  ends: (row: MinuteFacts) => readonly [at: Instant | undefined, by: Instant],
): Rate {
  const done = rows.filter((row) => {
    const [at, by] = ends(row);
    return at !== undefined && at <= by;
  });
  return rateOf(done.length, rows.length);
}

const MINUTE = 60_000;

function lengthOf({ assignedAt }: MinuteFacts, at: Instant | undefined): number[] {
  return at === undefined ? [] : [(Date.parse(at) - Date.parse(assignedAt)) / MINUTE];
}

/** The median; of an even count the lower of the two in the middle. */
function middle(lengths: readonly number[]): number | null {
  return lengths.toSorted((left, right) => left - right)[Math.floor((lengths.length - 1) / 2)] ?? null;
}
