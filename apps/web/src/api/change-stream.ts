import type { QueryClient } from '@tanstack/react-query';
import { change } from '@hotline/contracts-http';
import { getMe } from './generated/sdk.gen.ts';
import { pauseAfter } from './query-client.ts';
import { keys } from './keys.ts';

const ADDRESS = '/api/v1/events';
/** Lists are read again at most this often, however fast the changes come. */
const GATHERING = 800;

/**
 * Follows what changes in the house and has it read again: the case itself at once, lists a moment later. Connects again by
 * itself; what was missed meanwhile is read anew. Answers how to stop.
 */
export function followChanges(queryClient: QueryClient): () => void {
  let source: EventSource | undefined;
  let reconnecting: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let mayHaveMissed = false;

  const readEverything = (): void => void queryClient.invalidateQueries();
  const readLists = (): void => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      for (const key of keys.lists) void queryClient.invalidateQueries({ queryKey: key });
    }, GATHERING);
  };
  const ready = (): void => {
    if (mayHaveMissed) readEverything();
    mayHaveMissed = false;
    failures = 0;
  };
  const changed = (event: MessageEvent<string>): void => {
    const { data } = change.safeParse(JSON.parse(event.data));
    if (data?.caseNumber) void queryClient.invalidateQueries({ queryKey: keys.case(data.caseNumber) });
    else if (data) void queryClient.invalidateQueries({ queryKey: keys.article(data.stream) });
    readLists();
  };
  const lost = (): void => {
    mayHaveMissed = true;
    if (source?.readyState !== EventSource.CLOSED) return;
    failures += 1;
    getMe().catch(() => undefined);
    reconnecting = setTimeout(connect, pauseAfter(failures));
  };
  const connect = (): void => {
    source = new EventSource(ADDRESS);
    source.addEventListener('ready', ready);
    source.addEventListener('change', changed);
    source.addEventListener('missed', readEverything);
    source.addEventListener('error', lost);
  };

  connect();
  return () => {
    clearTimeout(reconnecting);
    clearTimeout(gathering);
    source?.close();
  };
}
