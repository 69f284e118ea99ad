import { onTimeFeedbackRate, rateFactsOf, type CaseEvent, type Rate } from '@hotline/domain';
import { eventsAfter } from '@hotline/persistence';
import type { SmallCity } from '../integration/small-city.ts';
import type { Played } from './play-requests.ts';

/** What the ledger says of a request, in the time of the file. */
export interface CameAbout {
  readonly caseNumber: string;
  readonly due: number;
  readonly replied: number;
  readonly late: boolean;
  /** A special report went out by itself. */
  readonly reported: boolean;
  readonly rungs: readonly { readonly subject: string; readonly rung: string; readonly at: number }[];
}

/** What came of every request, and the house's own rate of what was fed back in time. */
export async function cameAbout(
  { orm }: SmallCity,
  { caseOf, years }: Played,
): Promise<{ readonly of: Map<string, CameAbout>; readonly rate: Rate }> {
  const of = new Map<string, CameAbout>();
  const facts = [];
  const recorded = (instant: string): number => Date.parse(years.recorded(instant));
  for (const [id, caseNumber] of caseOf) {
    const events = (await eventsAfter(orm.em.fork(), caseNumber)) as readonly CaseEvent[];
    facts.push(...rateFactsOf(events).assignments);
    of.set(id, factsOf(caseNumber, events, recorded));
  }
  const period = { from: '2000-01-01T00:00:00.000Z', to: '2200-01-01T00:00:00.000Z' };
  return { of, rate: onTimeFeedbackRate(facts, period) };
}

function factsOf(caseNumber: string, events: readonly CaseEvent[], recorded: (instant: string) => number): CameAbout {
  const rungs: { subject: string; rung: string; at: number }[] = [];
  let [due, replied, reported] = [Number.NaN, Number.NaN, false];
  for (const event of events) {
    if (event.type === 'CaseAssigned') due = recorded(event.payload.assignments[0]?.dueAt ?? '');
    if (event.type === 'FeedbackSubmitted') replied = recorded(event.at);
    if (event.type === 'SpecialReportSubmitted') reported ||= event.payload.automatic;
    if (event.type !== 'RungActed') continue;
    const { subject, rung, plannedAt, overtaken } = event.payload;
    rungs.push({ subject, rung, at: recorded(plannedAt) });
    // Named so that it is seen as a difference: nothing was away here that a rung could have been late for.
    for (const left of overtaken) rungs.push({ subject, rung: `${left} (overtaken)`, at: recorded(plannedAt) });
  }
  return { caseNumber, due, replied, late: replied > due, reported, rungs };
}
