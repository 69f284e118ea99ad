import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowedMethods } from '../house/allowed-methods.ts';
import { faultOf } from './fault.ts';
import { refusalOfError } from './problem-of-error.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Answers every error as application/problem+json; what is our own fault is recorded with its cause. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly allowed: AllowedMethods) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const allowed = this.otherMethods(host.switchToHttp().getRequest<FastifyRequest>());
    const { problem, retryAfterSeconds, isFault } = refusalOfError(allowed ? new HttpException('', 405) : error);
    if (isFault) this.logger.error({ fault: faultOf(error), code: problem.code });
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (allowed) reply.header('allow', allowed.join(', '));
    if (retryAfterSeconds) reply.header('retry-after', String(retryAfterSeconds));
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    void reply.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  }

  /** The methods an address does take, when this is none of them: then nothing else is wrong with the request. */
  private otherMethods({ url, method }: FastifyRequest): readonly string[] | undefined {
    const methods = this.allowed.of(url);
    return methods.length > 0 && !methods.includes(method) ? methods : undefined;
  }
}
