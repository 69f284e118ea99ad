import { describe, expect, it } from '@jest/globals';
import { CommandError } from '../command-error.ts';
import { readRequests, type Reading, type ReadRow } from './read-requests.ts';
import { DEFAULT_COLUMNS } from './request-row.ts';
import { describeProblem } from './row-problem.ts';

const READING: Reading = {
  columns: DEFAULT_COLUMNS,
  required: ['id', 'title', 'text'],
  delimiter: ',',
  now: '2026-01-05T01:00:00.000Z',
};

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

async function read(text: string, reading: Partial<Reading> = {}): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const row of readRequests(whole(text), { ...READING, ...reading })) rows.push(row);
  return rows;
}

const codesOf = async (text: string): Promise<string[]> =>
  (await read(text)).map(({ line, problem }) => `${line} ${problem?.code ?? 'request'}`);

const refusal = async (text: string, reading: Partial<Reading> = {}): Promise<string> =>
  read(text, reading).then(
    () => 'taken',
    (error: unknown) => (error instanceof CommandError ? error.message : `no sentence: ${String(error)}`),
  );

describe('the requests of a file', () => {
  it('are found by the names of the columns, in whatever order they stand, and trimmed', async () => {
    const [row] = await read('asked_at,extra,text,id,title\n2019-04-25 09:32:09,x, 路灯不亮。 ,7,路灯\n');
    expect(row).toEqual({
      line: 2,
      lastLine: 2,
      request: { id: '7', title: '路灯', text: '路灯不亮。', askedAt: '2019-04-25T01:32:09.000Z' },
    });
  });

  it('need no time of asking unless its column is named', async () => {
    expect((await read('id,title,text\n1,甲,乙\n'))[0]?.request).toEqual({ id: '1', title: '甲', text: '乙' });
    const named = { required: ['id', 'title', 'text', 'askedAt'] as const };
    expect(await refusal('id,title,text\n1,甲,乙\n', named)).toMatch('The header lacks asked_at');
  });

  it('that are bad say on which line and why, and stop no other', async () => {
    const lines = [
      'id,title,text,asked_at',
      '1,甲,"第一行\n第二行",2019-04-25',
      ',甲,乙,2019-04-25',
      '3,甲, ,2019-04-25',
      '4,甲,乙,昨天',
      '5,甲,乙,2027-01-01',
      `6,${'长'.repeat(201)},乙,2019-04-25`,
      '7,甲,乙\0丙,2019-04-25',
      '8,甲,乙\ufffd丙,2019-04-25',
      '9,甲,乙',
      '10,甲,"乙,2019-04-25',
      '11,甲𠮷👍,乙,2019-04-25',
    ];
    expect(await codesOf(lines.join('\n'))).toEqual([
      '2 request',
      '4 empty',
      '5 empty',
      '6 unreadable-date',
      '7 date-in-future',
      '8 too-long',
      '9 not-storable',
      '10 not-storable',
      '11 fields',
      '12 quote-not-closed',
      '13 request',
    ]);
  });

  it('count rare characters and emoji as one each', async () => {
    expect(await codesOf(`id,title,text\n1,${'👍'.repeat(200)},乙\n2,${'𠮷'.repeat(201)},乙\n`)).toEqual([
      '2 request',
      '3 too-long',
    ]);
  });

  it('need the columns in the header, and each once', async () => {
    expect(await refusal('编号,标题,内容\n1,甲,乙\n')).toMatch(
      'The header lacks id, title, text; it is: 编号 | 标题 | 内容.',
    );
    expect(await refusal('id;title;text\n1;甲;乙\n')).toMatch('--delimiter ";"');
    expect(await refusal('id,title,text,text\n1,甲,乙,丙\n')).toBe('The header has the column text twice.');
    expect(await refusal('\n\n')).toBe('There is nothing in the file.');
  });
});

describe('a problem of a row', () => {
  it('is a sentence in Chinese and English, and long values are cut', () => {
    const { chinese, english } = describeProblem({ code: 'unreadable-date', column: '时间', written: '很'.repeat(90) });
    expect(chinese).toBe(`“时间”不是可读的时间：${'很'.repeat(40)}…`);
    expect(english).toBe(`时间 is no readable time: ${'很'.repeat(40)}…`);
  });
});
