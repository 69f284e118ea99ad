import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { ApiModule } from './api.module.ts';
import { acceptFiles } from './attachment/file-body.ts';
import { AllowedMethods } from './house/allowed-methods.ts';
import type { ApiParts } from './house/api-parts.ts';
import { refuseAddress, refuseExpectation, refuseRaw } from './house/raw-refusal.ts';
import { acceptJsonOnly, LARGEST_BODY } from './house/request-body.ts';
import { logRequests } from './house/request-logging.ts';
import { addSecurityHeaders } from './house/security-headers.ts';
import { RequestMetrics } from './metrics/request-metrics.ts';
import { openApiDocument } from './openapi/openapi-document.ts';
import { PublishedDocument } from './openapi/openapi.controller.ts';

const REQUEST_TIMEOUT = 30_000;

/** Makes the API over its parts, ready to listen. Closing it ends the streams of events and waits for open requests. */
export async function createApi(parts: ApiParts): Promise<NestFastifyApplication> {
  const { trustProxy, webRoot } = parts.configuration;
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    trustProxy,
    requestTimeout: REQUEST_TIMEOUT,
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseRaw,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(parts), adapter, {
    bodyParser: false,
    logger: ['fatal', 'error', 'warn'],
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  fastify.server.on('checkExpectation', refuseExpectation);
  acceptJsonOnly(fastify);
  acceptFiles(fastify);
  addSecurityHeaders(fastify);
  app.get(AllowedMethods).watch(fastify);
  app.get(RequestMetrics).watch(fastify);
  logRequests(fastify);
  await app.register(cookie);
  if (webRoot) await app.register(fastifyStatic, { root: webRoot, serve: false });
  app.get(PublishedDocument).publish(openApiDocument(app));
  await app.init();
  app.useLogger(app.get(Logger));
  return app;
}
