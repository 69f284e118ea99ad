import { isGrpcServiceError, type Connection } from '@temporalio/client';
import Long from 'long';
import { RETENTION_DAYS } from './retention.ts';

const DAY = 86_400;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

/**
 * Registers the namespace unless the server has it; a new one keeps completed workflows for {@link RETENTION_DAYS}.
 *
 * @returns whether it is new
 */
export async function ensureNamespace(connection: Connection, namespace: string): Promise<boolean> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
    return false;
  } catch (error) {
    if (!isGrpcServiceError(error) || Number(error.code) !== NOT_FOUND) throw error;
  }
  try {
    const workflowExecutionRetentionPeriod = { seconds: Long.fromNumber(RETENTION_DAYS * DAY) };
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
    return true;
  } catch (error) {
    if (!isGrpcServiceError(error) || Number(error.code) !== ALREADY_EXISTS) throw error;
    return false;
  }
}
