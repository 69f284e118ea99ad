import {
  documentNumberOf,
  isPolling,
  unansweredOf,
  type Actor,
  type Instant,
  type MeetingEvent,
  type MeetingState,
  type PollState,
} from '@hotline/domain';
import { eventsOfStreams, findStreams, type Meeting, type Stream } from '@hotline/persistence';
import { timelineOf, type TimelineEntry } from '../case/timeline.ts';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import { unsettledPoints } from './unsettled-points.ts';

/** A joint meeting as people see it. */
export interface MeetingView {
  readonly meetingId: string;
  readonly caseNumber: string;
  readonly revision: number;
  readonly status: MeetingState['status'];
  readonly unitIds: readonly string[];
  readonly startsAt: Instant;
  readonly place?: string;
  readonly automatic: boolean;
  /** 征求时间: which of the proposed times suit whom; a unit sees its own answer alone. */
  readonly poll?: {
    readonly open: boolean;
    readonly answerBy: Instant;
    readonly times: readonly { readonly at: Instant; readonly suits: readonly string[] }[];
    readonly unansweredUnitIds: readonly string[];
  };
  readonly settled?: boolean;
  /** 会议纪要 and who came, once it was held. */
  readonly minutes?: string;
  readonly attendedUnitIds?: readonly string[];
  readonly absentUnitIds?: readonly string[];
  readonly substitutes?: readonly { readonly unitId: string; readonly person: string; readonly inPlaceOf: string }[];
  /** The minutes' 文号. */
  readonly minutesNumber?: string;
  /** What it left open. */
  readonly unsettled?: readonly string[];
  /** The meeting before, whose unsettled points it takes up. */
  readonly follows?: { readonly meetingId: string; readonly unsettled: readonly string[] };
  readonly resolutions: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly text: string;
    readonly dueAt: Instant;
    readonly doneAt?: Instant;
  }[];
  /** What happened, with what was said: why it was put off or cancelled, how a resolution was carried out. */
  readonly timeline: readonly TimelineEntry[];
}

type Viewing = Pick<Transaction, 'em'> & { readonly actor: Actor };

/** The meetings as the actor may see them: a unit sees only its own resolutions. Whether he may see a meeting is asked before. */
export async function meetingViews({ em, actor }: Viewing, rows: readonly Meeting[]): Promise<MeetingView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const streams = new Map((await findStreams(em, ids)).map((stream) => [stream.id, stream]));
  const events = (await eventsOfStreams(em, ids)) as MeetingEvent[];
  const before = await pointsBefore(em, [...streams.values()]);
  const held = new Map(
    events.flatMap((event) => (event.type === 'MeetingHeld' ? [[event.stream, event.payload] as const] : [])),
  );
  const shown = events.flatMap((event) => eventInSight(event, actor, streams.get(event.stream)));
  const timeline = await timelineOf({ em }, shown);
  const words = await wordsOfTexts(
    em,
    [...held.values()].flatMap(({ minutes, resolutions, substitutes = [], unsettled = [] }) => [
      minutes,
      ...unsettled.map(({ text }) => text),
      ...resolutions.map(({ text }) => text),
      ...substitutes.flatMap(({ person, inPlaceOf }) => [person, inPlaceOf]),
    ]),
  );
  return rows.flatMap((row) => {
    const stream = streams.get(row.id);
    const own = timeline.filter((_, index) => shown[index]?.stream === row.id);
    return stream ? [viewOf(row, stream, { actor, words, held: held.get(row.id), timeline: own, before })] : [];
  });
}

/** A unit is shown what concerns the meeting as a whole and its own resolutions, without consequences. */
function eventInSight(event: MeetingEvent, { unitId }: Actor, stream: Stream | undefined): MeetingEvent[] {
  if (!unitId) return [event];
  const { resolutions = {} } = (stream?.state ?? {}) as Partial<MeetingState>;
  const { effects: _, ladders: __, ...facts } = event.payload;
  const shown = { ...event, payload: facts } as MeetingEvent;
  if (shown.type === 'RungActed' || shown.type === 'DeadlinesMoved') return [];
  if (shown.type === 'ResolutionDone' && resolutions[shown.payload.resolutionId]?.unitId !== unitId) return [];
  if (shown.type === 'PollAnswered' && shown.payload.unitId !== unitId) return [];
  if (shown.type !== 'MeetingHeld') return [shown];
  const own = shown.payload.resolutions.filter((resolution) => resolution.unitId === unitId);
  return [{ ...shown, payload: { ...shown.payload, resolutions: own } }];
}

export async function meetingView(viewing: Viewing, row: Meeting): Promise<MeetingView> {
  const [view] = await meetingViews(viewing, [row]);
  if (!view) throw new Error(`the meeting ${row.id} has no stream`);
  return view;
}

interface Known {
  readonly actor: Actor;
  readonly words: (reference: { readonly id: string }) => string;
  readonly held: Extract<MeetingEvent, { type: 'MeetingHeld' }>['payload'] | undefined;
  readonly timeline: readonly TimelineEntry[];
  readonly before: ReadonlyMap<string, readonly string[]>;
}

/** What earlier meetings left open, for those that take it up. */
async function pointsBefore(em: Viewing['em'], streams: readonly Stream[]): Promise<ReadonlyMap<string, string[]>> {
  const ids = streams.flatMap(({ state }) => (state as MeetingState).follows ?? []);
  return ids.length > 0 ? unsettledPoints(em, ids) : new Map();
}

function tallyOf(state: MeetingState, { times, answers, answerBy }: PollState, { unitId }: Actor) {
  const seen = (id: string): boolean => !unitId || id === unitId;
  return {
    open: isPolling(state),
    answerBy,
    times: times.map((at) => ({
      at,
      suits: state.unitIds.filter((id) => seen(id) && Object.hasOwn(answers, id) && answers[id]?.includes(at)),
    })),
    unansweredUnitIds: unansweredOf(state).filter(seen),
  };
}

function attendanceOf({ unitIds }: MeetingState, held: NonNullable<Known['held']>, words: Known['words']) {
  const { attendedUnitIds, substitutes = [] } = held;
  return {
    minutes: words(held.minutes),
    minutesNumber: documentNumberOf('minutes', held.number),
    ...(held.unsettled ? { unsettled: held.unsettled.map(({ text }) => words(text)) } : {}),
    attendedUnitIds,
    absentUnitIds: unitIds.filter((unitId) => !attendedUnitIds.includes(unitId)),
    substitutes: substitutes.map(({ unitId, person, inPlaceOf }) => ({
      unitId,
      person: words(person),
      inPlaceOf: words(inPlaceOf),
    })),
  };
}

function viewOf(
  row: Meeting,
  stream: { revision: number; state: object },
  { actor, words, held, timeline, before }: Known,
): MeetingView {
  const state = stream.state as MeetingState;
  const resolutions = Object.values(state.resolutions).filter(({ unitId }) => !actor.unitId || actor.unitId === unitId);
  return {
    meetingId: row.id,
    caseNumber: row.caseNumber,
    revision: stream.revision,
    status: state.status,
    unitIds: state.unitIds,
    startsAt: state.startsAt,
    ...(row.place ? { place: row.place } : {}),
    automatic: state.automatic,
    ...(state.poll ? { poll: tallyOf(state, state.poll, actor) } : {}),
    ...(state.settled === undefined ? {} : { settled: state.settled }),
    ...(held ? attendanceOf(state, held, words) : {}),
    ...(state.follows ? { follows: { meetingId: state.follows, unsettled: before.get(state.follows) ?? [] } } : {}),
    resolutions: resolutions.map(({ id, unitId, text, dueAt, doneAt }) => ({
      id,
      unitId,
      text: words(text),
      dueAt,
      ...(doneAt ? { doneAt } : {}),
    })),
    timeline,
  };
}
