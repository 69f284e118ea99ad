import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Validator } from '@seriousme/openapi-schema-validator';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';

interface Link {
  readonly operationId: string;
  readonly parameters: Readonly<Record<string, string>>;
}
interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema?: object }[];
  readonly requestBody?: { readonly content: object };
  readonly responses: Readonly<Record<string, { readonly content?: object; readonly links?: Record<string, Link> }>>;
  readonly security?: readonly object[];
}

describe('the OpenAPI document', () => {
  let api: ApiUnderTest;
  let document: OpenAPIObject;
  let operations: { method: string; path: string; operation: Operation }[];

  beforeAll(async () => {
    api = await startApiUnderTest();
    document = (await api.stranger.get<OpenAPIObject>('/api/openapi.json')).body;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ method, path, operation })),
    );
  });
  afterAll(() => api.close());

  it('is a valid OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect(result).toEqual({ valid: true });
    expect(document.openapi).toBe('3.1.0');
  });

  it('is the one the web is built on: run `npm run openapi` after a change', () => {
    const committed = readFileSync(join(import.meta.dirname, '../../../web/openapi.json'), 'utf8');
    expect(`${JSON.stringify(document, null, 2)}\n`).toBe(committed);
  });

  it('names every operation once, and says what each takes and answers, refusals too', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
    const refusal = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
    for (const { method, path, operation } of operations) {
      const answers = Object.entries(operation.responses).map(([status, { content }]) => ({ status, content }));
      const [success] = answers;
      const inPath = operation.parameters?.filter((parameter) => parameter.in === 'path').map(({ name }) => name) ?? [];
      expect({
        path,
        succeeds: success?.status.startsWith('2') && (success.content !== undefined || success.status === '204'),
        takes: method !== 'post' || operation.requestBody?.content !== undefined,
        inPath,
        refusals: answers.filter(({ status }) => Number(status) >= 400).map(({ content }) => content),
      }).toEqual({
        path,
        succeeds: true,
        takes: true,
        inPath: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        refusals: answers.filter(({ status }) => Number(status) >= 400).map(() => refusal),
      });
    }
  });

  it('takes an Idempotency-Key on every write, and If-Match where it is answered with 428', () => {
    for (const { method, path, operation } of operations) {
      const headers =
        operation.parameters?.filter((parameter) => parameter.in === 'header').map(({ name }) => name) ?? [];
      const isWrite = (method === 'post' || method === 'put') && operation.security !== undefined;
      expect([path, headers.includes('Idempotency-Key')]).toEqual([path, isWrite]);
      expect([path, headers.includes('If-Match')]).toEqual([path, operation.responses['428'] !== undefined]);
    }
  });

  it('refers to nothing that it does not have', () => {
    const names = new Set(Object.keys(document.components?.schemas ?? {}));
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((name) => !names.has(name))).toEqual([]);
  });

  it('links what a case names to everything that can be done to it, with the revision where one is asked for', () => {
    const links = operations.flatMap(({ operation }) =>
      Object.values(operation.responses).flatMap((answer) => Object.values(answer.links ?? {})),
    );
    for (const { operationId, parameters } of links) {
      const target = operations.find(({ operation }) => operation.operationId === operationId)?.operation;
      const taken = target?.parameters?.map(({ name }) => name) ?? [];
      const needed = target?.parameters?.filter(({ in: place, name }) => place === 'path' || name === 'If-Match') ?? [];
      expect([operationId, taken]).toEqual([operationId, expect.arrayContaining(Object.keys(parameters))]);
      const isPageAfter = 'after' in parameters;
      expect([operationId, isPageAfter ? [] : needed.filter(({ name }) => !(name in parameters))]).toEqual([
        operationId,
        [],
      ]);
    }
    const reached = new Set(links.map(({ operationId }) => operationId));
    const ofCases = operations.filter(({ path }) => path.startsWith('/api/v1/cases/{'));
    expect(ofCases.map(({ operation }) => operation.operationId).filter((id) => !reached.has(id ?? ''))).toEqual([]);
  });

  it('can be read as a page, without scripts', async () => {
    const { headers, body } = await api.stranger.get<string>('/api/docs');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(body).toContain('registerCase');
    expect(body).not.toMatch(/<script|https?:\/\//);
  });
});
