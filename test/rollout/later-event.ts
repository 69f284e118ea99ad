import {
  announceChange,
  appendEvents,
  envelopesAfter,
  lockStream,
  type openDatabase,
  StreamEntity,
  writeOutbox,
  type StreamState,
} from '@hotline/persistence';

/** An event type that a later release may bring. */
export const LATER_EVENT = 'WeatherNoted';

/** Writes such an event as the later release's API would: into the ledger, the stream's row and the outbox at once. */
export async function noteWeather(
  orm: Awaited<ReturnType<typeof openDatabase>>,
  stream: string,
  by: string,
): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    const row = await lockStream(em, stream);
    if (!row) throw new Error(`there is no ${stream}`);
    const { head } = row.state;
    const at = new Date().toISOString();
    const events = envelopesAfter(head, [{ type: LATER_EVENT, payload: {} } as never], { stream, at, by });
    await appendEvents(em, events);
    const [event] = events;
    if (!event) throw new Error('nothing was written');
    const state = { ...row.state, head: { number: event.number, hash: event.hash } } as StreamState;
    const facts = { headNumber: event.number, headHash: event.hash, revision: row.revision + 1, state };
    await em.nativeUpdate(StreamEntity, { id: stream }, facts);
    await writeOutbox(em, stream, event.number);
    await announceChange(em, stream);
  });
}
