import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conformity } from './conforming-answer.ts';
import { operationsOf, type PublishedDocument } from './published-operations.ts';
import { ReadyRequests } from './ready-requests.ts';
import { startRunningApi, type RunningApi } from './running-api.ts';
import { sendInstead } from './sending.ts';

describe('every operation of the document', () => {
  let api: RunningApi;
  let document: PublishedDocument;

  beforeAll(async () => {
    api = await startRunningApi();
    document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as PublishedDocument;
  }, 60_000);
  afterAll(() => api.stop());

  it('does what its example asks, and answers in its shape', async () => {
    const ready = new ReadyRequests(document, api.city);
    const conformity = new Conformity(document);
    for (const operation of operationsOf(document)) {
      const answer = await sendInstead(api, operation, await ready.make(operation));
      expect([operation.operationId, answer.status, conformity.breachOf(operation, answer), answer.text]).toEqual([
        operation.operationId,
        Number(Object.keys(operation.responses).find((status) => status.startsWith('2') && status !== '200') ?? 200),
        undefined,
        expect.anything(),
      ]);
    }
  }, 60_000);
});
