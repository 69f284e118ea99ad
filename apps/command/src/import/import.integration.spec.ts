import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { createSuiteDatabase } from '@hotline/infra';
import { CaseFileEntity, EventEntity, openDatabase } from '@hotline/persistence';
import { CommandError } from '../command-error.ts';
import { UNSORTED_CATEGORY } from '../seed/categories.ts';
import { sowCity } from '../seed/sow-city.ts';
import { importFile } from './import.command.ts';
import type { ImportCounts } from './import-requests.ts';
import { DEFAULT_COLUMNS } from './request-row.ts';
import { openRegistrar } from './registrar.ts';
import { inspectTextFile } from './text-file.ts';

/** Public records that are not part of the project; the suite that needs them is skipped where they are not there. */
const REAL_FILE = resolve(import.meta.dirname, '../../../../../shared/data/requests-with-replies.csv');

const READING = { columns: DEFAULT_COLUMNS, required: ['id', 'title', 'text'] as const, delimiter: ',' };
const REGISTRATION = { kind: 'help', urgency: 'ordinary', categoryId: UNSORTED_CATEGORY, source: 'import' } as const;

let orm: MikroORM;
let folder: string;
const refused: string[] = [];

beforeAll(async () => {
  orm = await openDatabase(await createSuiteDatabase(), { max: 18 });
  await sowCity(orm, 'standard');
  folder = await mkdtemp(join(tmpdir(), 'hotline-import-'));
}, 60_000);
afterAll(async () => {
  await orm.close(true);
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  refused.length = 0;
  jest.spyOn(console, 'error').mockImplementation((line: string) => void refused.push(line));
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => void jest.restoreAllMocks());

async function importPath(path: string): Promise<ImportCounts> {
  return importFile(await inspectTextFile(path), READING, await openRegistrar(orm, REGISTRATION));
}

async function importText(text: string): Promise<ImportCounts> {
  const path = join(folder, 'requests.csv');
  await writeFile(path, text);
  return importPath(path);
}

const cases = (): Promise<number> => orm.em.fork().count(CaseFileEntity);

describe('the import of a file', () => {
  it('registers each request as a case of its own, with the time at which it was asked', async () => {
    const counts = await importText(
      'id,title,text,asked_at\r\na1,路灯不亮,"第一行\r\n第二行, ""引号"" 👍𠮷",2019-04-25 09:32:09\r\n',
    );
    expect(counts).toEqual({ read: 1, imported: 1, alreadyThere: 0, refused: 0 });
    const file = await orm.em.fork().findOneOrFail(CaseFileEntity, { externalId: 'import:a1' });
    expect(file).toMatchObject({
      channel: 'import',
      stage: 'registered',
      title: '路灯不亮',
      text: '第一行\r\n第二行, "引号" 👍𠮷',
      askedAt: new Date('2019-04-25T01:32:09.000Z'),
    });
    const events = await orm.em.fork().find(EventEntity, { stream: file.caseNumber });
    expect(events.map(({ type }) => type)).toEqual(['CaseRegistered']);
    expect(Date.now() - file.registeredAt.getTime()).toBeLessThan(60_000);
  });

  it('says each bad row with its line and imports the others', async () => {
    const before = await cases();
    const counts = await importText(
      [
        'id,title,text,asked_at',
        'b1,甲,乙,2019-04-25',
        'b2,甲,,2019-04-25',
        'b3,甲,乙,昨天',
        'b4,甲,乙',
        'b5,甲,丙,2019-04-25',
      ].join('\n'),
    );
    expect(counts).toEqual({ read: 5, imported: 2, alreadyThere: 0, refused: 3 });
    expect(refused.map((line) => /line (\d+): (\w+)/.exec(line)?.slice(1, 3).join(' '))).toEqual([
      '3 text',
      '4 asked_at',
      '5 3',
    ]);
    expect(await cases()).toBe(before + 2);
  });

  it('adds nothing when the same file comes again, and refuses an id that comes with other words', async () => {
    const text = 'id,title,text\nc1,甲,乙\nc2,丙,丁\n';
    expect(await importText(text)).toMatchObject({ imported: 2 });
    const before = await cases();
    expect(await importText(text)).toEqual({ read: 2, imported: 0, alreadyThere: 2, refused: 0 });
    expect(await importText('id,title,text\nc1,甲,别的话\nc2,丙,丁\n')).toEqual({
      read: 2,
      imported: 0,
      alreadyThere: 1,
      refused: 1,
    });
    expect(refused).toEqual([
      expect.stringMatching(/line 2: id c1 is already there with other content \(case \d{12}\)/),
    ]);
    expect(await cases()).toBe(before);
  });

  it('goes into no category, and by nobody, that is not there', async () => {
    const opening = openRegistrar(orm, { ...REGISTRATION, categoryId: 'no.such' });
    await expect(opening).rejects.toThrow(CommandError);
    await expect(openRegistrar(orm, { ...REGISTRATION, as: 'nobody' })).rejects.toThrow('There is no user nobody.');
  });
});

const describeReal = existsSync(REAL_FILE) ? describe : describe.skip;

describeReal('the import of 1,486 real requests (skipped where the file is absent)', () => {
  it('loses none, within two minutes, and adds none the second time', async () => {
    const before = await cases();
    const began = performance.now();
    expect(await importPath(REAL_FILE)).toEqual({ read: 1486, imported: 1486, alreadyThere: 0, refused: 0 });
    expect(performance.now() - began).toBeLessThan(120_000);
    expect(await importPath(REAL_FILE)).toEqual({ read: 1486, imported: 0, alreadyThere: 1486, refused: 0 });
    expect(await cases()).toBe(before + 1486);
  }, 240_000);
});
