import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { calendarFromRows, type CalendarRow } from '@hotline/calendar';
import {
  workingTimeOf,
  type MovingCause,
  type Policy,
  type RulesChangeState,
  type Turn,
  type WorkingCalendar,
} from '@hotline/domain';
import { HolidayEntity, type RulesContent, type RulesRunRow, type WantedDay } from '@hotline/persistence';
import { rulesOfVersion } from '../../rules/rules.ts';
import { contentOf } from '../rules-change-view.ts';

/** A change of the rules as it reaches a stream that goes by some version of the policy. */
export interface Turns {
  readonly cause: MovingCause;
  of(policyVersion: number): Promise<Omit<Turn, 'now'>>;
  /** Where it is not known by which version a stream goes. */
  readonly basedOn: number;
}

/** What a moving remembers of the calendar that it changed: the rows of its days as they were. */
export interface MovingTally {
  readonly previous?: readonly CalendarRow[];
}

/** How a change turns the rules, by the version that a stream goes by. Read once for a piece of work. */
export async function turnsOf(em: SqlEntityManager, state: RulesChangeState, run: RulesRunRow): Promise<Turns> {
  const content = await contentOf(em, state.changeId, run.contentVersion);
  const rows = await calendarRows(em);
  const turned =
    'days' in content
      ? calendarTurn(rows, content.days, (run.tally as MovingTally).previous)
      : await policyTurn(em, state, content, rows);
  const known = new Map<number, Omit<Turn, 'now'>>();
  return {
    cause: state.subject,
    basedOn: state.basedOn,
    async of(version) {
      let turn = known.get(version);
      if (!turn) {
        const { policy } = await rulesOfVersion(em, version);
        turn = { change: state.changeId, cause: state.subject, ...turned(policy) };
        known.set(version, turn);
      }
      return turn;
    },
  };
}

type Turned = (policy: Policy) => Pick<Turn, 'before' | 'after'>;

/** The same policy under two calendars. */
function calendarTurn(
  rows: readonly CalendarRow[],
  days: readonly WantedDay[],
  previous?: readonly CalendarRow[],
): Turned {
  const named = new Set(days.map(({ day }) => day));
  const before = previous ? [...rows.filter(({ day }) => !named.has(day)), ...previous] : rows;
  const [was, is] = [calendarFromRows(before), calendarFromRows(withDays(rows, days))];
  return (policy) => ({
    before: { policy, time: workingTimeOf(policy, was) },
    after: { policy, time: workingTimeOf(policy, is) },
  });
}

/** Another policy under the same calendar. */
async function policyTurn(
  em: SqlEntityManager,
  state: RulesChangeState,
  content: Extract<RulesContent, { policy: unknown }>,
  rows: readonly CalendarRow[],
): Promise<Turned> {
  const calendar: WorkingCalendar = calendarFromRows(rows);
  const version = state.approval?.policyVersion ?? (await nextPolicyVersion(em));
  const next: Policy = { ...content.policy, version };
  const after = { policy: next, time: workingTimeOf(next, calendar) };
  return (policy) => ({ before: { policy, time: workingTimeOf(policy, calendar) }, after });
}

/** The calendar's rows with days as somebody wants them. */
export function withDays(rows: readonly CalendarRow[], days: readonly WantedDay[]): CalendarRow[] {
  const named = new Set(days.map(({ day }) => day));
  const wanted = days.flatMap(({ day, kind, name }) => (kind === 'ordinary' ? [] : [{ day, kind, name: name ?? '' }]));
  return [...rows.filter(({ day }) => !named.has(day)), ...wanted];
}

export async function calendarRows(em: SqlEntityManager): Promise<CalendarRow[]> {
  return em.find(HolidayEntity, {}, { disableIdentityMap: true });
}

export async function nextPolicyVersion(em: SqlEntityManager): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>('select coalesce(max(version), 0) + 1 as version from policy');
  return row?.version ?? 1;
}
