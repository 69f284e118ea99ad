/** SQLSTATE and socket codes that say: the database cannot be used now (away, full, out of resources, read-only). */
const DOWN =
  /^(08\w{3}|57P0[1-5]|53\w{3}|58\w{3}|25006|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const BUSY = new Set(['40001', '40P01', '55P03', '57014']);
const DOWN_SENTENCES = /connection terminated|connection timeout|client has encountered a connection error/i;
/** No connection of the pool became free in time. */
const BUSY_SENTENCES = /timeout exceeded when trying to connect/i;
const DEEPEST = 6;

/** The code of a passing trouble of the database that an error, or one of its causes, tells of. */
export function troubleOfDatabase(error: unknown): 'service.database-down' | 'service.busy' | undefined {
  let cause = error;
  for (let depth = 0; depth < DEEPEST && cause instanceof Error; depth += 1) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string' && DOWN.test(code)) return 'service.database-down';
    if (typeof code === 'string' && BUSY.has(code)) return 'service.busy';
    if (BUSY_SENTENCES.test(cause.message)) return 'service.busy';
    if (DOWN_SENTENCES.test(cause.message)) return 'service.database-down';
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  }
  return undefined;
}
