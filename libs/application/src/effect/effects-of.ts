import type { Effect, EventEnvelope } from '@hotline/domain';

/** An effect, with what its code says taken apart. */
export interface Written {
  readonly key: string;
  readonly sort: string;
  readonly what: string;
  readonly whom: string;
  readonly event: EventEnvelope;
  readonly effect: Effect;
}

/** The effects of an event, each under a key of its own. */
export function effectsOf(event: EventEnvelope): Written[] {
  return (event.payload.effects ?? []).map((effect, index) => {
    const [sort = '', what = '', whom = ''] = effect.code.split(':');
    return { key: `${event.stream}:${event.number}:${index}`, sort, what, whom, event, effect };
  });
}
