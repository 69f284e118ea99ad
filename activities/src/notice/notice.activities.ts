import { withFailures } from '../failure/with-failures.ts';
import type { ProcessPort } from '../process-port.ts';
import { showingLife } from './showing-life.ts';

/** Sending what the ledger says must be told. */
export function noticeActivities(port: Pick<ProcessPort, 'deliverNotices'>) {
  return {
    /** Sends the stream's unsent notices; fails with `notice.undelivered`, to be retried, while some remain. */
    async deliverNotices(input: { readonly stream: string }): Promise<void> {
      await showingLife(() => withFailures('never', () => port.deliverNotices(input)));
    },
  };
}
