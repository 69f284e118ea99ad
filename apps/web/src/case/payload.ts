/** Reads parts of an event's payload, which the contract leaves open. */
export type Payload = Readonly<Record<string, unknown>>;

export function textIn(payload: Payload, field: string): string {
  const value = payload[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function flagIn(payload: Payload, field: string): boolean {
  return payload[field] === true;
}

export function textsIn(payload: Payload, field: string): string[] {
  const value = payload[field];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function objectsIn(payload: Payload, field: string): Payload[] {
  const value = payload[field];
  return Array.isArray(value) ? value.filter((item): item is Payload => typeof item === 'object' && item !== null) : [];
}
