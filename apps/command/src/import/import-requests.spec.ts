import { describe, expect, it } from '@jest/globals';
import { importRequests, type Registered } from './import-requests.ts';
import type { ReadRow } from './read-requests.ts';
import type { RequestRow } from './request-row.ts';
import type { RowProblem } from './row-problem.ts';

async function* rowsOf(...requests: (Partial<RequestRow> | RowProblem)[]): AsyncGenerator<ReadRow> {
  for (const [index, request] of requests.entries()) {
    const lines = { line: index + 2, lastLine: index + 2 };
    yield 'code' in request
      ? { ...lines, problem: request }
      : { ...lines, request: { id: String(index), title: '甲', text: '乙', ...request } };
  }
}

function recording(register: (request: RequestRow) => Promise<Registered>) {
  const refused: string[] = [];
  return {
    refused,
    steps: {
      register,
      refused: ({ line }: ReadRow, { code }: RowProblem) => void refused.push(`${line} ${code}`),
      progress: () => undefined,
    },
  };
}

const imported = (): Promise<Registered> => Promise.resolve({ result: 'imported' });

describe('importing requests', () => {
  it('counts every row once: imported, already there or refused', async () => {
    const { refused, steps } = recording(async ({ id }) => {
      if (id === 'old') return { result: 'already-there' };
      return id === 'odd' ? { problem: { code: 'other-content', id } } : imported();
    });
    const rows = rowsOf({ id: '1' }, { code: 'text-after-quote' }, { id: 'old' }, { id: 'odd' }, { id: '2' });
    expect(await importRequests(rows, steps, 2)).toEqual({ read: 5, imported: 2, alreadyThere: 1, refused: 2 });
    expect(refused).toEqual(['3 text-after-quote', '5 other-content']);
  });

  it('registers an id that comes twice once, and refuses it with other content', async () => {
    const registered: string[] = [];
    const { refused, steps } = recording(async ({ text }) => {
      registered.push(text);
      return imported();
    });
    const counts = await importRequests(rowsOf({ id: '1' }, { id: '1' }, { id: '1', text: '丙' }), steps, 3);
    expect(counts).toEqual({ read: 3, imported: 1, alreadyThere: 1, refused: 1 });
    expect(registered).toEqual(['乙']);
    expect(refused).toEqual(['4 other-content']);
  });

  it('works on several at once, and not on more than said', async () => {
    let [now, most] = [0, 0];
    const { steps } = recording(async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      return { result: 'imported' };
    });
    await importRequests(rowsOf(...Array.from({ length: 20 }, () => ({}))), steps, 4);
    expect(most).toBe(4);
  });

  it('breaks off for a reason that lies not in a row', async () => {
    const { steps } = recording(() => Promise.reject(new Error('the server went away')));
    await expect(importRequests(rowsOf({}, {}), steps, 1)).rejects.toThrow('the server went away');
  });
});
