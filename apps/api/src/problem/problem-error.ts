import type { FieldProblem } from '@hotline/contracts-http';

/** A request that the API itself refuses, before any use case is asked. The words are looked up by code. */
export class ProblemError extends Error {
  readonly code: string;
  readonly errors: readonly FieldProblem[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: string,
    more: { errors?: readonly FieldProblem[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.errors = more.errors;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}
