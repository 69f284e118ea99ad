/** A rule was not met. The code is stable and public; words for it live where it is shown. */
export class DomainError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}

/** Throws a DomainError of that code unless the rule holds. */
export function ensure(rule: unknown, code: string, details: Readonly<Record<string, unknown>> = {}): asserts rule {
  if (!rule) throw new DomainError(code, details);
}
