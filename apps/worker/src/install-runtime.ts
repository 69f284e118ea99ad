import { Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';
import { temporalLogger } from './temporal-logger.ts';

/**
 * Sets the SDK up for this process: its words go to the worker's log, its metrics to Prometheus at `/metrics`.
 *
 * @throws Error with a sentence when the metrics cannot have their port
 */
export function installRuntime(metricsPort: number, logger: Logger): void {
  try {
    Runtime.install({
      logger: temporalLogger(logger),
      shutdownSignals: [],
      telemetryOptions: {
        logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } },
        metrics: {
          prometheus: { bindAddress: `0.0.0.0:${metricsPort}`, countersTotalSuffix: true, unitSuffix: true },
        },
      },
    });
  } catch (cause) {
    throw new Error(`The metrics cannot be served at METRICS_PORT ${metricsPort}: choose a port that is free.`, {
      cause,
    });
  }
}
