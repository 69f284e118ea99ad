import { withFailures } from '../failure/with-failures.ts';
import type { ProcessPort } from '../process-port.ts';

/** Handing to people what the machine could not do. */
export function taskActivities(port: Pick<ProcessPort, 'reportFailedAction'>) {
  return {
    /** Makes a person's task of an action that failed for good. */
    async reportFailedAction(input: {
      readonly stream: string;
      readonly key: string;
      readonly code: string;
    }): Promise<void> {
      await withFailures('never', () => port.reportFailedAction(input));
    },
  };
}
