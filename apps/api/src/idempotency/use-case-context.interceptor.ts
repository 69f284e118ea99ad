import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import type { Clock } from '@hotline/application';
import { operationOf } from '../contract/operation.decorator.ts';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { askedBy, requestOf, type Asked } from '../house/asked.ts';
import { idempotencyOf, revisionSeen } from './write-headers.ts';

/** Makes of a request what its use case is given: who acts, under which key, on which revision. */
@Injectable()
export class UseCaseContextInterceptor implements NestInterceptor {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const operation = operationOf(execution.getHandler());
    const request = requestOf(execution);
    const asked = askedBy(request);
    if (operation && asked.session) {
      const idempotency = operation.writes ? idempotencyOf(request) : undefined;
      asked.context = {
        orm: this.parts.orm,
        clock: noticing(this.parts.clock, asked),
        actor: asked.session.actor,
        ...(idempotency ? { idempotency } : {}),
        ...(operation.changes ? { expectedRevision: revisionSeen(request) } : {}),
      };
    }
    return next.handle();
  }
}

/** A use case reads the time once when it acts, and not at all when it repeats an earlier answer. */
function noticing(clock: Clock, asked: Asked): Clock {
  return {
    now: (em) => {
      asked.tookPlace = true;
      return clock.now(em);
    },
  };
}
