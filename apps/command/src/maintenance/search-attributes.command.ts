import { SEARCH_ATTRIBUTES } from '@hotline/contracts-process';
import { registerSearchAttributes } from '@hotline/infra';
import { withTemporal } from '../house/with-temporal.ts';

export async function run(): Promise<number> {
  await withTemporal((connection, namespace) => registerSearchAttributes(connection, namespace, SEARCH_ATTRIBUTES));
  console.log(`检索属性已就绪 search attributes: ${Object.keys(SEARCH_ATTRIBUTES).join(', ')}`);
  return 0;
}
