import { describe, expect, it } from '@jest/globals';
import { csvRecords, type CsvRecord } from './csv-records.ts';

async function* inChunks(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size = 7, delimiter = ','): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of csvRecords(inChunks(text, size), delimiter)) records.push(record);
  return records;
}

describe('the records of a CSV file', () => {
  it('reads quoted fields with commas, doubled quotes and line breaks, and says on which lines they stand', async () => {
    const records = await read('id,text\r\n1,"甲, ""乙""\r\n丙"\r\n\r\n2,丁\r\n');
    expect(records).toEqual([
      { line: 1, lastLine: 1, fields: ['id', 'text'] },
      { line: 2, lastLine: 3, fields: ['1', '甲, "乙"\r\n丙'] },
      { line: 5, lastLine: 5, fields: ['2', '丁'] },
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('takes %j as a line end, wherever the chunks are cut', async (ending) => {
    const text = ['a,b', '1,"x y"', '2,', '"3",z'].join(ending);
    for (let size = 1; size < 20; size += 1)
      expect((await read(text, size)).map(({ fields }) => fields)).toEqual([
        ['a', 'b'],
        ['1', 'x y'],
        ['2', ''],
        ['3', 'z'],
      ]);
  });

  it('loses only the line of a quotation mark that is never closed', async () => {
    const records = await read('a,b\n1,"x\n2,y\n3,z\n');
    expect(records.map(({ line, problem, fields }) => problem ?? [line, ...fields])).toEqual([
      [1, 'a', 'b'],
      'quote-not-closed',
      [3, '2', 'y'],
      [4, '3', 'z'],
    ]);
  });

  it('loses only the line that has text after a closing quotation mark', async () => {
    const records = await read('a,b\n1,"x"y\n2,"y\nz"\n');
    expect(records.map(({ line, problem, fields }) => problem ?? [line, ...fields])).toEqual([
      [1, 'a', 'b'],
      'text-after-quote',
      [3, '2', 'y\nz'],
    ]);
  });

  it('keeps a quotation mark in the middle of an unquoted field', async () => {
    expect((await read('1,高 5" 的台阶\n'))[0]?.fields).toEqual(['1', '高 5" 的台阶']);
  });
});
