import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { askedBy, requestOf } from '../house/asked.ts';
import { operationOf } from './operation.decorator.ts';

/** Lets out only what the contract names, with the ETag of what has a revision, and says when an answer is a repeated one. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const operation = operationOf(execution.getHandler());
    if (!operation?.answer) return next.handle();
    const { answer, writes } = operation;
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    const asked = askedBy(requestOf(execution));
    return next.handle().pipe(
      map((value: unknown) => {
        const shown = answer.parse(value);
        const revision = (shown as { revision?: unknown }).revision;
        if (typeof revision === 'number') reply.header('etag', `"${revision}"`);
        const isReplay = writes && asked.context?.idempotency && !asked.tookPlace;
        if (isReplay) reply.header('idempotency-replayed', 'true');
        return shown;
      }),
    );
  }
}
