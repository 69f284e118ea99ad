import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { z } from 'zod';
import { jsonSchemaOf, namedJsonSchemas } from '@hotline/contracts-http';
import { withLinks } from './links.ts';

const DESCRIPTION = `如皋市 12345 市长热线的接口。Every operation of the hotline: a case from the call to its close.

- A change of something existing needs \`If-Match\` with the ETag that was seen: 428 without, 412 when it has changed since.
- A write takes an \`Idempotency-Key\`: the same key and request act once and answer the same, marked \`Idempotency-Replayed: true\`.
- Every refusal is \`application/problem+json\` with a stable \`code\` and a sentence in Chinese and in English.
- What an answer names is linked to the operations that take it.
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
    paths: sorted(withLinks(withOptionalBodies(document.paths, schemas ?? {}))),
    components: { ...document.components, schemas: sorted(schemas ?? {}) },
  };
}

type Paths = OpenAPIObject['paths'];
type Schemas = Readonly<Record<string, unknown>>;

/** A command that asks for nothing may be sent without a body: {@link RequestValidationPipe}. */
function withOptionalBodies(paths: Paths, schemas: Schemas): Paths {
  for (const { post } of Object.values(paths)) {
    if (!post?.requestBody || '$ref' in post.requestBody) continue;
    const schema = post.requestBody.content['application/json']?.schema;
    const name = schema && '$ref' in schema ? schema.$ref.split('/').at(-1) : undefined;
    const asksFor = name ? (schemas[name] as { required?: unknown[] } | undefined)?.required : undefined;
    post.requestBody.required = (asksFor?.length ?? 0) > 0;
  }
  return paths;
}

function sorted<Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).sort(([left], [right]) => (left < right ? -1 : 1)));
}
