import { parseConfiguration } from '@hotline/configuration';
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A thousand at once and the house's own, some 0.3 MB each; what is not cached is replayed when something happens to it. */
export const CACHED_WORKFLOWS = 1_100;

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(20),
  TEMPORAL_ADDRESS: z.string().min(1).default('localhost:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  TRAINING_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('12345 <hotline@localhost>'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).default(19_464),
  WORKFLOW_BUNDLE: z.string().min(1),
  CACHED_WORKFLOWS: z.coerce.number().int().min(2).max(100_000).default(CACHED_WORKFLOWS),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  SHUTDOWN_GRACE_SECONDS: z.coerce.number().min(0).max(600).default(10),
});

/** What the worker is told by its environment. */
export interface WorkerConfiguration {
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly mail: { readonly smtpUrl: string; readonly from: string };
  /** The mail server that catches the mails of trainings; without one they are read in-app alone. */
  readonly trainingSmtpUrl?: string;
  /** Where people find the hotline's pages; for the links in mails. */
  readonly publicUrl: string;
  readonly metricsPort: number;
  /** The file that `build-bundle.ts` wrote. */
  readonly workflowBundle: string;
  /** Workflows kept in memory at most. */
  readonly cachedWorkflows: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Milliseconds that activities under way are given to end after SIGTERM. */
  readonly shutdownGrace: number;
}

/** Reads the environment; throws with one sentence for each thing that is wrong. */
export function workerConfiguration(environment: Readonly<Record<string, string | undefined>>): WorkerConfiguration {
  const given = parseConfiguration(schema, environment);
  return {
    databaseUrl: given.DATABASE_URL,
    databasePool: given.DATABASE_POOL,
    temporal: { address: given.TEMPORAL_ADDRESS, namespace: given.TEMPORAL_NAMESPACE },
    mail: { smtpUrl: given.SMTP_URL, from: given.MAIL_FROM },
    ...(given.TRAINING_SMTP_URL ? { trainingSmtpUrl: given.TRAINING_SMTP_URL } : {}),
    publicUrl: given.PUBLIC_URL,
    metricsPort: given.METRICS_PORT,
    workflowBundle: given.WORKFLOW_BUNDLE,
    cachedWorkflows: given.CACHED_WORKFLOWS,
    logLevel: given.LOG_LEVEL,
    shutdownGrace: given.SHUTDOWN_GRACE_SECONDS * 1_000,
  };
}
