import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { filesOfTree } from './files-of-tree.ts';
import { pathsNamedIn, pathsThatAreNothing } from './seed-map.ts';

describe('the map of the seed', () => {
  const map = readFileSync('docs/seed-map.md', 'utf8');

  it('names no file and no folder that is not there', () => {
    const paths = pathsNamedIn(map);
    expect(paths.length).toBeGreaterThan(80);
    expect(pathsThatAreNothing(paths, filesOfTree())).toEqual([]);
  });

  it('says of each sentence what it asks, where it is done and which test shows it, or that it is not yet', () => {
    const rows = map.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
    const empty = rows.filter((row) => {
      const [sentence, asks, where, test, ...more] = row.slice(1, -1).split(' | ');
      return [sentence, asks, where, test].some((cell) => !cell?.trim()) || more.length > 0;
    });
    expect(empty).toEqual([]);
  });
});

describe('the paths of a text', () => {
  it('are found as files, folders, short names and with a star', () => {
    const text = 'In `libs/a/`, `b.spec.ts`, `x/*-y.ts`, not `POST /api/v1/cases` or `policy.term`; see [c](c/d.md).';
    expect(pathsNamedIn(text)).toEqual(['libs/a/', 'b.spec.ts', 'x/*-y.ts', 'c/d.md']);
  });

  it('that are nothing are told from those that are', () => {
    const files = ['libs/a/one.ts', 'test/b.spec.ts', 'src/x/my-y.ts', 'docs/c/d.md'];
    const there = ['libs/a/', 'b.spec.ts', 'x/*-y.ts', 'c/d.md', 'a/one.ts'];
    expect(pathsThatAreNothing(there, files)).toEqual([]);
    expect(pathsThatAreNothing(['libs/b/', 'spec.ts', 'x/*-z.ts', 'one.tsx'], files)).toHaveLength(4);
  });
});
