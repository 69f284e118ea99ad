import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { temporal } from '@temporalio/proto';

/** Names of search attributes with their types. */
export type SearchAttributeTypes = Readonly<Record<string, 'Keyword' | 'KeywordList' | 'Int' | 'Datetime' | 'Bool'>>;

const { IndexedValueType } = proto.temporal.api.enums.v1;
const CODES: Record<SearchAttributeTypes[string], temporal.api.enums.v1.IndexedValueType> = {
  Keyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  KeywordList: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
  Int: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  Datetime: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
  Bool: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
};

/** Adds search attributes that the namespace does not have. */
export async function addSearchAttributes(
  connection: Pick<Connection, 'operatorService'>,
  namespace: string,
  types: SearchAttributeTypes,
): Promise<void> {
  const searchAttributes = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, CODES[type]]));
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}

/**
 * Registers those search attributes that the namespace lacks, and returns when workflows may be started with them and
 * found by them: a server needs some seconds to know a new one everywhere.
 *
 * @throws Error when one exists with another type, or the server does not come to know them within a minute
 */
export async function registerSearchAttributes(
  connection: Pick<Connection, 'operatorService' | 'workflowService'>,
  namespace: string,
  wanted: SearchAttributeTypes,
  signal?: AbortSignal,
): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(wanted).filter(([name]) => customAttributes[name] === undefined);
  for (const [name, type] of Object.entries(wanted)) {
    const present = customAttributes[name];
    if (present !== undefined && present !== CODES[type]) {
      throw new Error(
        `The search attribute ${name} exists in namespace "${namespace}" with another type than ${type}. Remove it there, or use another namespace.`,
      );
    }
  }
  if (missing.length === 0) return;
  await addSearchAttributes(connection, namespace, Object.fromEntries(missing));
  await untilQueriesKnow(
    connection,
    namespace,
    missing.map(([name]) => name),
    signal,
  );
}

async function untilQueriesKnow(
  connection: Pick<Connection, 'workflowService'>,
  namespace: string,
  names: string[],
  signal?: AbortSignal,
): Promise<void> {
  const query = names.map((name) => `\`${name}\` is null`).join(' and ');
  const until = performance.now() + 60_000;
  for (;;) {
    signal?.throwIfAborted();
    try {
      await connection.workflowService.countWorkflowExecutions({ namespace, query });
      return;
    } catch (cause) {
      if (performance.now() > until)
        throw new Error(`Temporal did not come to know the search attributes ${names.join(', ')} within a minute.`, {
          cause,
        });
    }
    await sleep(200, undefined, signal ? { signal } : {});
  }
}
