import type { EventEnvelope } from '@hotline/domain';
import { eventsAfter, NoticeEntity } from '@hotline/persistence';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/**
 * The events of a stream after a number, for its workflow; and whether notices of these events wait to be sent. What is
 * written down after the events were read comes to the workflow by itself.
 */
export async function readStream(
  context: Pick<UseCaseContext, 'orm'>,
  input: { readonly stream: string; readonly after: number },
): Promise<{ readonly events: readonly EventEnvelope[]; readonly unsent: boolean }> {
  const em = context.orm.em.fork();
  const { stream, after } = input;
  const events = await eventsAfter(em, stream, after);
  return { events, unsent: (await em.count(NoticeEntity, { stream, mail: 'pending' })) > 0 };
}
