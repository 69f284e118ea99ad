import type { Actor, Instant, MeetingEvent, MeetingState } from '@hotline/domain';
import { eventsOfStreams, findStreams, type Meeting } from '@hotline/persistence';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

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
  readonly settled?: boolean;
  /** 会议纪要 and who came, once it was held. */
  readonly minutes?: string;
  readonly attendedUnitIds?: readonly string[];
  readonly resolutions: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly text: string;
    readonly dueAt: Instant;
    readonly doneAt?: Instant;
  }[];
}

type Viewing = Pick<Transaction, 'em'> & { readonly actor: Actor };

/** The meetings as the actor may see them: a unit sees only its own resolutions. Whether he may see a meeting is asked before. */
export async function meetingViews({ em, actor }: Viewing, rows: readonly Meeting[]): Promise<MeetingView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const streams = new Map((await findStreams(em, ids)).map((stream) => [stream.id, stream]));
  const events = (await eventsOfStreams(em, ids)) as MeetingEvent[];
  const held = new Map(
    events.flatMap((event) => (event.type === 'MeetingHeld' ? [[event.stream, event.payload] as const] : [])),
  );
  const words = await wordsOfTexts(
    em,
    [...held.values()].flatMap(({ minutes, resolutions }) => [minutes, ...resolutions.map(({ text }) => text)]),
  );
  return rows.flatMap((row) => {
    const stream = streams.get(row.id);
    return stream ? [viewOf(row, stream, { actor, words, held: held.get(row.id) })] : [];
  });
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
}

function viewOf(row: Meeting, stream: { revision: number; state: object }, { actor, words, held }: Known): MeetingView {
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
    ...(state.settled === undefined ? {} : { settled: state.settled }),
    ...(held ? { minutes: words(held.minutes), attendedUnitIds: held.attendedUnitIds } : {}),
    resolutions: resolutions.map(({ id, unitId, text, dueAt, doneAt }) => ({
      id,
      unitId,
      text: words(text),
      dueAt,
      ...(doneAt ? { doneAt } : {}),
    })),
  };
}
