const DOWN = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '53300', // too_many_connections
]);
const BUSY = new Set(['40001', '40P01', '55P03', '57014']);
const SENTENCES =
  /connection terminated|timeout exceeded when trying to connect|connection timeout|client has encountered a connection error/i;
const DEEPEST = 6;

/** The code of a passing trouble of the database that an error, or one of its causes, tells of. */
export function troubleOfDatabase(error: unknown): 'service.database-down' | 'service.busy' | undefined {
  let cause = error;
  for (let depth = 0; depth < DEEPEST && cause instanceof Error; depth += 1) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string' && DOWN.has(code)) return 'service.database-down';
    if (typeof code === 'string' && BUSY.has(code)) return 'service.busy';
    if (SENTENCES.test(cause.message)) return 'service.database-down';
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  }
  return undefined;
}
