import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { faultOf } from './fault.ts';
import { refusalOfError } from './problem-of-error.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Answers every error as application/problem+json; what is our own fault is recorded with its cause. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { problem, retryAfterSeconds, isFault } = refusalOfError(error);
    if (isFault) this.logger.error({ fault: faultOf(error), code: problem.code });
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (retryAfterSeconds) reply.header('retry-after', String(retryAfterSeconds));
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    void reply.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  }
}
