import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';

const QUIET = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * One line for each request: who, what, how long. Neither headers nor query nor body: they hold passwords, phones and
 * citizens' words.
 */
export function requestLogging(level: string): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level,
      autoLogging: { ignore: (request: IncomingMessage) => QUIET.has(pathOf(request)) },
      serializers: {
        req: (request: { id: unknown; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          path: request.url.split('?', 1)[0],
        }),
        res: (answer: { statusCode: number }) => ({ status: answer.statusCode }),
        err: (error: { type?: string; code?: string }) => ({ kind: error.type, code: error.code }),
      },
      customLogLevel: (_: IncomingMessage, answer: ServerResponse, error?: Error) =>
        error || answer.statusCode >= 500 ? 'error' : 'info',
    },
  });
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?', 1)[0] ?? '';
