import { DomainError } from '@hotline/domain';

/**
 * What went wrong, with a stable public code (`thing.problem`). Words for people and the HTTP status are looked up by code
 * where it is shown; `details` never hold a citizen's words.
 */
export class AppError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  /** The same error for a rule of the domain that was not met; anything else stays what it is. */
  static from(error: unknown): unknown {
    return error instanceof DomainError ? new AppError(error.code, error.details, error) : error;
  }
}
