import { expect, it } from '@jest/globals';
import { english } from './en/index.ts';
import { chinese } from './zh/index.ts';

function sentences(of: object, path = ''): [string, string][] {
  return Object.entries(of).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : sentences(value as object, `${path}${key}.`),
  );
}

const holes = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

it('says everything in both languages, with the same holes to fill', () => {
  const zh = sentences(chinese).map(([key, value]) => [key, holes(value)]);
  const en = sentences(english).map(([key, value]) => [key, holes(value)]);
  expect(en).toEqual(zh);
});
