/** An ending by a signal passes through the handlers of 'exit', which end the servers that this process started. */
export function exitOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
}
