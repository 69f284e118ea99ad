import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { z } from 'zod';
import { jsonSchemaOf, namedJsonSchemas } from '@hotline/contracts-http';

const DESCRIPTION = `如皋市 12345 市长热线的接口。Every operation of the hotline: a case from the call to its close.

- A change of something existing needs \`If-Match\` with the ETag that was seen: 428 without, 412 when it has changed since.
- A write takes an \`Idempotency-Key\`: the same key and request act once and answer the same, marked \`Idempotency-Replayed: true\`.
- Every refusal is \`application/problem+json\` with a stable \`code\` and a sentence in Chinese and in English.
- Instants are RFC 3339 with an offset; answers give canonical UTC. Lists go by keyset: \`after\` is the \`next\` of the page before.`;

/** The OpenAPI 3.1 document of the API, the same at every making: its paths and shapes in the order of their names. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('12345 hotline')
    .setVersion('1')
    .setDescription(DESCRIPTION)
    .addServer('/')
    .addCookieAuth('hotline_session', { type: 'apiKey', in: 'cookie' }, 'cookie')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    autoTagControllers: false,
    standardSchemaConverter: (schema) => ({ schema: jsonSchemaOf(schema as z.ZodType) }),
  });
  const schemas = namedJsonSchemas() as NonNullable<OpenAPIObject['components']>['schemas'];
  return {
    ...document,
    paths: sorted(document.paths),
    components: { ...document.components, schemas: sorted(schemas ?? {}) },
  };
}

function sorted<Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).sort(([left], [right]) => (left < right ? -1 : 1)));
}
