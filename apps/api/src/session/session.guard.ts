import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { actorOfSession } from '@hotline/application';
import { operationOf } from '../contract/operation.decorator.ts';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { askedBy, requestOf, type SessionOfRequest } from '../house/asked.ts';
import { isOpen } from '../house/open.decorator.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { tokenOf } from './session-cookie.ts';

/**
 * Every handler needs a session unless it is marked public, or its controller open. Finds out who asks; the
 * telephone system's account is for its own operations alone.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const operation = operationOf(execution.getHandler());
    if (operation?.public || isOpen(execution.getClass())) return true;
    const request = requestOf(execution);
    const given = tokenOf(request);
    if (!given) throw new ProblemError('session.missing');
    const session = await this.sessionOf(given.token);
    if (!session) throw new ProblemError('session.expired');
    if (session.actor.role === 'telephone-system' && !operation?.telephone) throw new ProblemError('access.denied');
    askedBy(request).session = session;
    return true;
  }

  /** Whose a token is; nobody's when it has ended. */
  async sessionOf(token: string): Promise<SessionOfRequest | undefined> {
    const found = await actorOfSession(this.parts, { token });
    return found && { ...found, token };
  }
}
