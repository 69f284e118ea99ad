import type { DynamicModule } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { LoggerModule, PinoLogger } from 'nestjs-pino';
import { askedBy } from './asked.ts';

/** Where lines of the log go. */
export interface LogDestination {
  write(line: string): void;
}

const QUIET = new Set(['/healthz', '/readyz', '/metrics']);

/** The application's log, in lines of JSON. Requests are logged by {@link logRequests}, which needs no middleware. */
export function applicationLog(level: string, to: LogDestination = process.stdout): DynamicModule {
  return LoggerModule.forRoot({ pinoHttp: [{ level, autoLogging: false }, to], forRoutes: [] });
}

/**
 * One line for each request: who, what, how long. Neither headers nor query nor body: they hold passwords, phones and
 * citizens' words.
 */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (!QUIET.has(path)) {
      const level = reply.statusCode >= 500 ? 'error' : 'info';
      PinoLogger.root[level](
        {
          context: 'Request',
          request: request.id,
          method: request.method,
          path,
          status: reply.statusCode,
          milliseconds: Math.round(reply.elapsedTime * 10) / 10,
          user: askedBy(request).session?.user.id,
        },
        'answered',
      );
    }
    done();
  });
}
