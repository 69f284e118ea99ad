/** Why a delivery failed: Temporal cannot take anything now, or it refuses this very event. */
export interface DeliveryFailure {
  readonly kind: 'outage' | 'refused';
  /** A gRPC status, or the name of the client's error. */
  readonly code: string;
}

/** Statuses that say something of the event itself, https://grpc.io/docs/guides/status-codes. */
const REFUSALS: Readonly<Record<number, string>> = {
  2: 'UNKNOWN',
  3: 'INVALID_ARGUMENT',
  6: 'ALREADY_EXISTS',
  9: 'FAILED_PRECONDITION',
  11: 'OUT_OF_RANGE',
  13: 'INTERNAL',
  15: 'DATA_LOSS',
};

/** Judges an error of the Temporal client. A namespace that is not there yet, or rights that are missing, are an outage. */
export function deliveryFailure(error: unknown): DeliveryFailure {
  const status = statusOf(error);
  if (status === undefined) return { kind: 'refused', code: error instanceof Error ? error.name : typeof error };
  const refusal = REFUSALS[status];
  return refusal ? { kind: 'refused', code: refusal } : { kind: 'outage', code: `grpc ${status}` };
}

function statusOf(error: unknown): number | undefined {
  for (let next = error, depth = 0; next instanceof Error && depth < 5; next = next.cause, depth++)
    if ('code' in next && typeof next.code === 'number') return next.code;
  return undefined;
}
