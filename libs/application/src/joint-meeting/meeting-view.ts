import type { Actor, Instant, MeetingEvent, MeetingState } from '@hotline/domain';
import { eventsAfter, StreamEntity, TextEntity, type Meeting } from '@hotline/persistence';
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

/** The meeting as the actor may see it: a unit sees only its own resolutions. */
export async function meetingView(
  { em, actor }: Pick<Transaction, 'em'> & { actor: Actor },
  row: Meeting,
): Promise<MeetingView> {
  const stream = await em.findOneOrFail(StreamEntity, { id: row.id }, { refresh: true });
  const state = stream.state as MeetingState;
  const resolutions = Object.values(state.resolutions).filter(({ unitId }) => !actor.unitId || actor.unitId === unitId);
  const held = ((await eventsAfter(em, row.id)) as MeetingEvent[]).find(
    (event) => event.type === 'MeetingHeld',
  )?.payload;
  const references = [...resolutions.map(({ text }) => text.id), ...(held ? [held.minutes.id] : [])];
  const texts = await em.find(TextEntity, { id: { $in: references } }, { disableIdentityMap: true });
  const words = new Map(texts.map(({ id, words: value }) => [id, value]));
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
    ...(held ? { minutes: words.get(held.minutes.id) ?? '', attendedUnitIds: held.attendedUnitIds } : {}),
    resolutions: resolutions.map(({ id, unitId, text, dueAt, doneAt }) => ({
      id,
      unitId,
      text: words.get(text.id) ?? '',
      dueAt,
      ...(doneAt ? { doneAt } : {}),
    })),
  };
}
