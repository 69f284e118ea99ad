import type { Connection } from '@temporalio/client';
import Long from 'long';

const DAY = 86_400;

/** Days for which the histories of completed workflows are kept; after that the ledger's timeline is the record. */
export const RETENTION_DAYS = 90;

/** Sets how long a namespace keeps completed workflows: the development server would drop them after a day. */
export async function setRetention(connection: Connection, namespace: string): Promise<void> {
  const workflowExecutionRetentionTtl = { seconds: Long.fromNumber(RETENTION_DAYS * DAY) };
  await connection.workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } });
}
