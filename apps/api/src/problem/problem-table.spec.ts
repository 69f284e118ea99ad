import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PROBLEM_TABLE, SENTENCES, titleOfStatus } from './problem-table.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const SOURCES = [
  'libs/domain/src',
  'libs/persistence/src',
  'libs/application/src',
  'apps/api/src',
  'libs/contracts/http/src',
];
const THROWN =
  /(?:\bensure\(|\bensureFresh\(|new (?:Domain|App|Problem)Error\(|params: \{ code: )[^;]*?'([a-z][a-z-]*\.[a-z0-9][a-z0-9-]*)'/gs;

/** Every code that the sources throw, with a file that does. */
function thrownCodes(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const folder of SOURCES)
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
      for (const [, code] of readFileSync(join(ROOT, folder, name), 'utf8').matchAll(THROWN))
        if (code) codes.set(code, `${folder}/${name}`);
    }
  return codes;
}

describe('the table of problems', () => {
  const thrown = thrownCodes();

  it('finds the codes in the sources', () => {
    expect(thrown.size).toBeGreaterThan(50);
    expect([...thrown.keys()]).toEqual(
      expect.arrayContaining(['case.wrong-stage', 'case.stale', 'login.too-many', 'request.not-json']),
    );
  });

  it('knows every code that is thrown', () => {
    const unknown = [...thrown].filter(([code]) => !PROBLEM_TABLE.has(code));
    expect(unknown).toEqual([]);
  });

  it('says what a code means once', () => {
    const codes = SENTENCES.map(([code]) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it('has a sentence in Chinese and one in English for each, and a title for its status', () => {
    for (const [code, { status, zh, en }] of PROBLEM_TABLE) {
      expect([code, zh]).toEqual([code, expect.stringMatching(/[一-鿿].*。$/)]);
      expect([code, en]).toEqual([code, expect.stringMatching(/^[A-Z“].*\.$/)]);
      expect([code, titleOfStatus(status)]).not.toEqual([code, 'Problem']);
    }
  });
});
