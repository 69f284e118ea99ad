/**
 * What may be recorded of a fault: its kind, its code and where it happened. Never its message: a database's message
 * repeats the values of the statement, and those are citizens' words.
 */
export function faultOf(error: unknown): {
  kind: string;
  code?: string;
  at: string[];
  cause?: ReturnType<typeof faultOf>;
} {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const code = (error as { code?: unknown }).code;
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12);
  return {
    kind: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    at: at.map((line) => line.trim()),
    ...(error.cause instanceof Error && error.cause !== error ? { cause: faultOf(error.cause) } : {}),
  };
}
