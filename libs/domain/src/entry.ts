/** What a record holds under a key that somebody gave; nothing for names that every object answers to (`constructor`). */
export function entryOf<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
