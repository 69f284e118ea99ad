import type { StreamSignal } from '@hotline/contracts-process';
import { withFailures } from '../failure/with-failures.ts';
import type { ProcessPort, StreamEvents } from '../process-port.ts';

/** Events as a workflow takes them: in pages, because a payload in a history has a limit (2 MB). */
export interface StreamPage extends StreamEvents {
  /** Ask again after the last event of this page. */
  readonly more: boolean;
  /** Whether notices of the stream wait to be sent; told by a reading alone, and not by one of an older release. */
  readonly unsent?: boolean;
}

const PAGE_IN_CHARACTERS = 400_000;
/** With the workflow's pauses, a few minutes. */
const DEFECT_AFTER = 20;

/** Reading the ledger, and acting on it when a time has come. */
export function ledgerActivities(port: Pick<ProcessPort, 'readStream' | 'actOnStream'>) {
  return {
    /** The stream's events after a number, in order. */
    async readStream(input: { readonly stream: string; readonly after: number }): Promise<StreamPage> {
      const { events, unsent } = await withFailures('never', () => port.readStream(input));
      return { ...pageOf(events), unsent };
    },
    /** Acts on the rung `key` at the workflow's time `at` and answers the events after `after`. */
    async actOnStream(input: {
      readonly stream: string;
      readonly key: string;
      readonly at: string;
      readonly after: number;
    }): Promise<StreamPage> {
      const { events } = await withFailures({ defectAfter: DEFECT_AFTER }, () => port.actOnStream(input));
      return pageOf(events);
    },
  };
}

function pageOf(events: readonly StreamSignal[]): StreamPage {
  let characters = 0;
  const end = events.findIndex((event, index) => {
    characters += JSON.stringify(event).length;
    return index > 0 && characters > PAGE_IN_CHARACTERS;
  });
  return end === -1 ? { events, more: false } : { events: events.slice(0, end), more: true };
}
