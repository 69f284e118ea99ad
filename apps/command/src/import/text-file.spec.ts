import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../command-error.ts';
import { inspectTextFile, textOf } from './text-file.ts';

// "编号,标题" and "路灯不亮" in GB18030.
const IN_GB18030 = Buffer.from('b1e0bac52cb1eacce20a312cc2b7b5c6b2bbc1c10a', 'hex');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hotline-import-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function file(content: string | Buffer): Promise<string> {
  const path = join(folder, 'requests.csv');
  await writeFile(path, content);
  return path;
}

async function read(content: string | Buffer): Promise<string> {
  const found = await inspectTextFile(await file(content));
  let whole = '';
  for await (const text of textOf(found)) whole += text;
  return whole;
}

const refusal = async (path: string): Promise<string> =>
  inspectTextFile(path).then(
    () => 'taken',
    (error: unknown) => (error instanceof CommandError ? error.message : `no sentence: ${String(error)}`),
  );

describe('a text file to import', () => {
  it('is read as UTF-8, with a byte order mark or without', async () => {
    expect(await read('编号,标题\n')).toBe('编号,标题\n');
    expect(await read('\ufeff编号,标题\n')).toBe('编号,标题\n');
  });

  it('is read as GB18030 when it is no UTF-8', async () => {
    expect(await read(IN_GB18030)).toBe('编号,标题\n1,路灯不亮\n');
  });

  it('is read as UTF-16 when its mark says so', async () => {
    expect(await read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('编号,标题', 'utf16le')]))).toBe(
      '编号,标题',
    );
  });

  it('stays UTF-8 when a few characters are damaged, so that only their rows are refused', async () => {
    const whole = Buffer.from('编号,标题\n1,路灯不亮已经一个星期\n2,下水道堵塞污水倒灌\n');
    const damaged = Buffer.from(whole);
    damaged[damaged.length - 3] = 0x41;
    expect(await read(damaged)).toContain('1,路灯不亮已经一个星期');
  });

  it('is refused with a sentence when it is missing, a folder, empty, a workbook or no text', async () => {
    expect(await refusal(join(folder, 'none.csv'))).toMatch('There is no file');
    expect(await refusal(folder)).toMatch('is a folder');
    expect(await refusal(await file(''))).toMatch('is empty');
    expect(await refusal(await file('PK\x03\x04rest'))).toMatch('an Excel workbook');
    expect(await refusal(await file(Buffer.alloc(400, 1)))).toMatch('is no text in');
  });
});
