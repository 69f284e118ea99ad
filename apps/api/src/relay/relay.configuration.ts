import { parseConfiguration } from '@hotline/configuration';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  TEMPORAL_ADDRESS: z.string().min(1).default('localhost:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** What a relay in a process of its own is told by its environment. */
export interface RelayConfiguration {
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly logLevel: string;
}

/** Reads the environment; throws with one sentence for each thing that is wrong. */
export function relayConfiguration(environment: Readonly<Record<string, string | undefined>>): RelayConfiguration {
  const given = parseConfiguration(schema, environment);
  return {
    databaseUrl: given.DATABASE_URL,
    temporal: { address: given.TEMPORAL_ADDRESS, namespace: given.TEMPORAL_NAMESPACE },
    logLevel: given.LOG_LEVEL,
  };
}
