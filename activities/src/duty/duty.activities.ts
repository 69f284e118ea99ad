import { withFailures } from '../failure/with-failures.ts';
import type { ProcessPort } from '../process-port.ts';

/** The center's periodic duties. */
export function dutyActivities(
  port: Pick<ProcessPort, 'sendTaskDigests' | 'watchMissedCalls' | 'watchStays' | 'openConferences'>,
) {
  return {
    /** Writes and sends the task digests due at an instant; answers the instant of the next. */
    async sendTaskDigests(input: { readonly at: string }): Promise<{ readonly nextAt: string }> {
      const { nextAt } = await withFailures('never', () => port.sendTaskDigests(input));
      return { nextAt };
    },
    /** Tells of the callers who are not called back by an instant; answers when to look again. */
    async watchMissedCalls(input: { readonly at: string }): Promise<{ readonly nextAt: string }> {
      const { nextAt } = await withFailures('never', () => port.watchMissedCalls(input));
      return { nextAt };
    },
    /** Sees to the stays that end soon or have ended by an instant; answers when to look again. */
    async watchStays(input: { readonly at: string }): Promise<{ readonly nextAt: string }> {
      const { nextAt } = await withFailures('never', () => port.watchStays(input));
      return { nextAt };
    },
    /** Opens the sessions of the joint conference that are due to be prepared; answers when to look again. */
    async openConferences(input: { readonly at: string }): Promise<{ readonly nextAt: string }> {
      const { nextAt } = await withFailures('never', () => port.openConferences(input));
      return { nextAt };
    },
  };
}
