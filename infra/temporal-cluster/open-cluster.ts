import { isGrpcServiceError, type Connection } from '@temporalio/client';
import { connectWhen } from '../temporal/connection.ts';
import { ensureNamespace } from '../temporal/namespace.ts';
import { registerSearchAttributes, type SearchAttributeTypes } from '../temporal/search-attributes.ts';

const NOT_FOUND = 5;

/**
 * Returns when a cluster that was just started can be used: it has the namespace, made where it was missing, its
 * services have found each other, and workflows may be started with the attributes and found by them.
 *
 * @param address host:port
 * @param within milliseconds for the services to come up
 * @returns whether the namespace is new
 * @throws Error with the last reason when time is up, or the reason of the signal
 */
export async function openCluster(
  address: string,
  namespace: string,
  attributes: SearchAttributeTypes,
  within: number,
  signal?: AbortSignal,
): Promise<boolean> {
  let isNew = false;
  const serves = async (connection: Connection): Promise<void> => {
    isNew = (await ensureNamespace(connection, namespace)) || isNew;
    await connection.operatorService.listSearchAttributes({ namespace });
    await askForNobody(connection, namespace);
  };
  const connection = await connectWhen(address, within, serves, `serve the namespace "${namespace}"`, signal);
  try {
    await registerSearchAttributes(connection, namespace, attributes, signal);
  } finally {
    await connection.close();
  }
  return isNew;
}

/** Only the history service can say that a workflow does not exist: it owns its shards by then. */
async function askForNobody(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.describeWorkflowExecution({ namespace, execution: { workflowId: 'nobody' } });
  } catch (error) {
    if (!isGrpcServiceError(error) || Number(error.code) !== NOT_FOUND) throw error;
  }
}
