import type { FieldProblem, Problem } from '@hotline/contracts-http';

/** The API refused: a stable code, a sentence in each language, and which fields are wrong. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }

  get errors(): readonly FieldProblem[] {
    return this.problem.errors ?? [];
  }
}

/** No answer came: whether the API acted is not known. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('No answer from the API', { cause });
    this.name = 'ConnectionLost';
  }
}

/** Whether asking the same again may help: no answer came, or the house was not able just then. */
export function isPassing(error: unknown): boolean {
  return error instanceof ConnectionLost || (error instanceof ApiProblem && error.status === 503);
}

/** The problem a refused answer holds; an answer that is none of ours (a proxy's page, say) becomes one. */
export function problemOf(body: unknown, status: number): Problem {
  if (isProblem(body)) return body;
  return {
    type: 'about:blank',
    title: 'Problem',
    status,
    code: 'service.unexpected-answer',
    detail: `服务器给出了意外的回答（${status}）。`,
    detailEn: `The server gave an unexpected answer (${status}).`,
  };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'detailEn' in body;
}
