import type { Logger, LogLevel, LogMetadata } from '@temporalio/worker';
import type { Logger as Pino } from 'pino';

/** Lets the SDK, workflows and activities write to the worker's own log. */
export function temporalLogger(pino: Pino): Logger {
  const write = (level: LogLevel, message: string, facts: LogMetadata = {}): void => {
    const { error, ...rest } = facts;
    pino[METHODS[level]]({ ...rest, ...(error === undefined ? {} : { err: error }) }, message);
  };
  return {
    log: write,
    trace: (message, facts) => write('TRACE', message, facts),
    debug: (message, facts) => write('DEBUG', message, facts),
    info: (message, facts) => write('INFO', message, facts),
    warn: (message, facts) => write('WARN', message, facts),
    error: (message, facts) => write('ERROR', message, facts),
  };
}

const METHODS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
