import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { UseCaseContext } from '@hotline/application';
import type { Me } from '@hotline/contracts-http';
import { ProblemError } from '../problem/problem-error.ts';

/** Who asks: the session that a guard found. */
export interface SessionOfRequest {
  readonly actor: UseCaseContext['actor'];
  readonly user: Me;
  readonly token: string;
}

/** What guards and interceptors found out about a request before its handler runs. */
export interface Asked {
  session?: SessionOfRequest;
  context?: UseCaseContext;
  /** Whether the use case began anew; a replay answers without. */
  tookPlace?: boolean;
}

const asked = new WeakMap<object, Asked>();

/** What is known about a request so far. */
export function askedBy(request: FastifyRequest): Asked {
  let known = asked.get(request);
  if (!known) asked.set(request, (known = {}));
  return known;
}

export const requestOf = (context: ExecutionContext): FastifyRequest =>
  context.switchToHttp().getRequest<FastifyRequest>();

/** The session of who asks; refuses as `session.missing` where there is none. */
export function sessionOf(request: FastifyRequest): SessionOfRequest {
  const { session } = askedBy(request);
  if (!session) throw new ProblemError('session.missing');
  return session;
}

/** Parameter of a handler: the context for its use case. */
export const Acting = createParamDecorator((_: unknown, execution: ExecutionContext): UseCaseContext => {
  const { context } = askedBy(requestOf(execution));
  if (!context) throw new ProblemError('session.missing');
  return context;
});

/** Parameter of a handler: the session of who asks. */
export const OwnSession = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  sessionOf(requestOf(execution)),
);
