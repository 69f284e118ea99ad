import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '../instant.ts';
import { LIKENESS_REASONS, likenessOf, trigramsOf, type ComparedRequest } from './likeness.ts';
import { gatheredWith } from './gathering.ts';
import { phoneKey } from './phone-key.ts';

const AT = '2026-01-05T02:00:00.000Z';
const request = (more: Partial<ComparedRequest>): ComparedRequest => ({
  title: '',
  text: '',
  words: [],
  at: AT,
  ...more,
});

const arbitrary = fc
  .record({
    title: fc.string({ unit: fc.constantFrom(...Array.from('桃园小区停水三号楼路灯不亮a1 ，')), maxLength: 12 }),
    text: fc.string({ unit: 'grapheme', maxLength: 20 }),
    words: fc.uniqueArray(fc.constantFrom('停水', '小区', '路灯', '噪音'), { maxLength: 4 }),
    place: fc.option(fc.constantFrom('桃园小区', '桃园小区3号楼', '文化局宿舍'), { nil: undefined }),
    categoryId: fc.option(fc.constantFrom('water', 'light'), { nil: undefined }),
    phoneKey: fc.option(fc.constantFrom('13900001234', '13900005678'), { nil: undefined }),
    at: fc.integer({ min: 0, max: 200 }).map((days) => instantOf(Date.parse(AT) + days * 86_400_000)),
  })
  .map(({ place, categoryId, phoneKey: key, ...rest }): ComparedRequest => ({
    ...rest,
    ...(place ? { place } : {}),
    ...(categoryId ? { categoryId } : {}),
    ...(key ? { phoneKey: key } : {}),
  }));

describe('how alike two requests are', () => {
  it('is the same from both sides, between 0 and 1, with known reasons', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (left, right) => {
        const one = likenessOf(left, right, 90);
        expect(likenessOf(right, left, 90)).toEqual(one);
        expect(one.score).toBeGreaterThanOrEqual(0);
        expect(one.score).toBeLessThanOrEqual(1);
        expect(one.reasons.filter((reason) => !LIKENESS_REASONS.includes(reason))).toEqual([]);
      }),
    );
  });

  it('is whole for a request and itself, and never less when the same person calls', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (left, right) => {
        fc.pre(trigramsOf(left.title).size > 0);
        expect(likenessOf(left, left, 90).score).toBeCloseTo(1);
        const another = likenessOf({ ...left, phoneKey: '1' }, { ...right, phoneKey: '2' }, 90).score;
        expect(likenessOf({ ...left, phoneKey: '1' }, { ...right, phoneKey: '1' }, 90).score).toBeGreaterThanOrEqual(
          another,
        );
      }),
    );
  });

  it('is great for two calls about one pipe, and small for two pipes', () => {
    const words = ['桃园', '小区', '停水', '两天', '恢复'];
    const one = request({
      title: '桃园小区停水',
      text: '停水两天了，什么时候恢复',
      words,
      place: '桃园小区',
      categoryId: 'water',
    });
    const same = request({
      title: '桃园小区三号楼没有水',
      text: '三号楼从昨天起停水，请尽快恢复',
      words: ['桃园', '小区', '三号', '没有水', '昨天', '停水', '恢复'],
      place: '桃园小区3号楼',
      categoryId: 'water',
    });
    const other = request({
      title: '中山路路灯不亮',
      text: '晚上很黑',
      words: ['中山', '路灯', '不亮', '晚上'],
      place: '中山路',
      categoryId: 'light',
    });
    expect(likenessOf(one, same, 90).reasons).toEqual(expect.arrayContaining(['words', 'place', 'category', 'time']));
    expect(likenessOf(one, same, 90).score).toBeGreaterThan(0.6);
    expect(likenessOf(one, other, 90).score).toBeLessThan(0.2);
  });
});

it('two houses of one estate are nearly one place, two estates are not', () => {
  const at = (place: string) => request({ title: '停水', words: ['停水'], place });
  const houses = likenessOf(at('桃园小区3号楼'), at('桃园小区三号楼二单元'), 90);
  expect(houses.reasons).toContain('place');
  expect(likenessOf(at('桃园小区3号楼'), at('柳园小区3号楼'), 90).score).toBeLessThan(houses.score);
});

describe('the key of a phone number', () => {
  it('is one for all ways of writing a number', () => {
    const fixed = [
      '0513-87650001',
      '0513 8765 0001',
      '+86 513 87650001',
      '86-0513-87650001',
      '87650001',
      '０５１３８７６５０００１',
    ];
    expect(new Set(fixed.map(phoneKey))).toEqual(new Set(['051387650001']));
    const mobile = ['13900001234', '139 0000 1234', '+86 13900001234', '0086-139-0000-1234'];
    expect(new Set(mobile.map(phoneKey))).toEqual(new Set(['13900001234']));
  });

  it('leaves other numbers apart: another area, abroad, a service’s short number; and none is none', () => {
    expect(['025-87650001', '12345', '+1 202 555 0100', '86', '保密'].map(phoneKey)).toEqual([
      '02587650001',
      '12345',
      '12025550100',
      undefined,
      undefined,
    ]);
  });

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9][0-9 -]{2,24}$/), (phone) => {
        const key = phoneKey(phone);
        if (key !== undefined && /^(1\d{10}|0\d{9,11})$/.test(key)) expect(phoneKey(key)).toBe(key);
      }),
    );
  });
});

it('who calls five times is one caller, who hides his number each time another', () => {
  const alike = [{ phoneKey: '1' }, { phoneKey: '1' }, { phoneKey: '2' }, { phoneKey: null }, {}];
  expect(gatheredWith({ phoneKey: '1' }, alike)).toBe(4);
});
