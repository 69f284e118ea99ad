import { describe, expect, it } from '@jest/globals';
import { queryOf, rareOf } from './telling-words.ts';

const frequent = new Map([
  ['小区', 0.2],
  ['停水', 0.016],
  ['拖欠', 0.016],
  ['工资', 0.03],
  ['拖欠工资', 0.015],
  ['号楼', 0.001],
]);

describe('the words by which like requests are found', () => {
  it('are all of them where few requests are open', () => {
    expect(queryOf(['小区', '停水'], { open: 1_000, frequent })).toBe(`'停水' | '小区'`);
    expect(queryOf(['小区'], { open: 0, frequent: new Map() })).toBe(`'小区'`);
  });

  it('are the rare ones where a million are, and nothing where there are none', () => {
    expect(queryOf(['小区', '停水', '桃园'], { open: 1_000_000, frequent })).toBe(`'桃园'`);
    expect(queryOf(['小区', '停水'], { open: 1_000_000, frequent })).toBeUndefined();
    expect(queryOf([], { open: 1_000_000, frequent })).toBeUndefined();
  });

  it('in between are pairs, but not of a word with its own part', () => {
    expect(queryOf(['停水', '小区'], { open: 180_000, frequent })).toBe(`('停水' & '小区')`);
    expect(queryOf(['拖欠', '工资', '拖欠工资'], { open: 180_000, frequent })).toBe(`('拖欠' & '工资')`);
  });

  it('begin with the rarest, which alone bring candidates of their own', () => {
    const words = ['小区', '停水', '号楼', '桃园'];
    expect(rareOf(words, { open: 200_000, frequent })).toEqual([`'桃园'`, `'号楼'`]);
    expect(rareOf(words, { open: 5_000_000, frequent })).toEqual([]);
  });

  it('are quoted, whatever they hold', () => {
    expect(queryOf([`a'b\\c`], { open: 0, frequent })).toBe(String.raw`'a''b\\c'`);
  });
});
