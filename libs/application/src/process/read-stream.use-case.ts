import type { EventEnvelope } from '@hotline/domain';
import { eventsAfter } from '@hotline/persistence';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** The events of a stream after a number, for its workflow. */
export async function readStream(
  context: Pick<UseCaseContext, 'orm'>,
  input: { readonly stream: string; readonly after: number },
): Promise<{ readonly events: readonly EventEnvelope[] }> {
  return { events: await eventsAfter(context.orm.em.fork(), input.stream, input.after) };
}
