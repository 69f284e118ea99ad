import { z } from 'zod';
import { parseConfiguration } from '@hotline/configuration';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const apiEnvironment = z.object({
  API_PORT: z.coerce.number().int().min(0).max(65_535).default(12_345),
  API_HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  TEMPORAL_ADDRESS: z.string().min(1).default('localhost:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  WEB_ROOT: z.string().min(1).optional(),
  RELAY: z.enum(['inside', 'off']).default('inside'),
  TRAINING: z.enum(['on', 'off']).default('off'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  COOKIE_SECURE: z.enum(['true', 'false']).optional(),
  TRUST_PROXY: z.enum(['true', 'false']).default('false'),
  MAILBOX_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  MAILBOX_HOST: z.string().min(1).optional(),
  MAILBOX_ADDRESS: z.email().default('12345@localhost.localdomain'),
});

/** What the API is told by its environment. */
export interface ApiConfiguration {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly temporal: { readonly address: string; readonly namespace: string };
  /** The folder of the built web; without one only the API is served. */
  readonly webRoot?: string;
  readonly relay: 'inside' | 'off';
  /** Whether trainings are offered: the Temporal server must skip time in single executions. */
  readonly training: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Whether the session's cookie goes over HTTPS only. By default as the public address says. */
  readonly cookieSecure: boolean;
  /** Whether a proxy in front says who the caller is (X-Forwarded-For). */
  readonly trustProxy: boolean;
  /** Where the city's mail server hands over what is written to the hotline; without it no mail is taken in. */
  readonly mailbox?: { readonly host: string; readonly port: number; readonly address: string };
}

/** Reads the environment; throws with one sentence for each thing that is wrong. */
export function apiConfiguration(environment: Readonly<Record<string, string | undefined>>): ApiConfiguration {
  const given = parseConfiguration(apiEnvironment, environment);
  const publicUrl = given.PUBLIC_URL ?? `http://localhost:${given.API_PORT}`;
  return {
    port: given.API_PORT,
    host: given.API_HOST,
    publicUrl,
    databaseUrl: given.DATABASE_URL,
    databasePool: given.DATABASE_POOL,
    temporal: { address: given.TEMPORAL_ADDRESS, namespace: given.TEMPORAL_NAMESPACE },
    ...(given.WEB_ROOT ? { webRoot: given.WEB_ROOT } : {}),
    relay: given.RELAY,
    training: given.TRAINING === 'on',
    logLevel: given.LOG_LEVEL,
    cookieSecure: given.COOKIE_SECURE ? given.COOKIE_SECURE === 'true' : publicUrl.startsWith('https:'),
    trustProxy: given.TRUST_PROXY === 'true',
    ...(given.MAILBOX_PORT === undefined
      ? {}
      : {
          mailbox: {
            host: given.MAILBOX_HOST ?? given.API_HOST,
            port: given.MAILBOX_PORT,
            address: given.MAILBOX_ADDRESS,
          },
        }),
  };
}
