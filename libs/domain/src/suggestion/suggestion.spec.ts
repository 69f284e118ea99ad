import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accuracyOf, learnedFrom } from './accuracy.ts';
import { featuresOf } from './features.ts';
import { rankLabels } from './rank-labels.ts';

const lesson = (label: string, title: string, text = title) => ({ label, features: featuresOf({ title, text }) });
const LESSONS = [
  lesson('water', '小区停水两天', '自来水停水，何时恢复供水'),
  lesson('water', '水压太低', '自来水水压低，洗澡没有水'),
  lesson('road', '路灯不亮', '人民路的路灯坏了三盏'),
  lesson('road', '路面塌陷', '人民路路面塌了一个洞'),
  lesson('school', '学区划分', '小学入学的学区怎么划分'),
];

describe('a suggestion', () => {
  it('reads pairs of characters, each once, those of the title for more', () => {
    const features = featuresOf({ title: '停水', text: '停水停水，ＡＢc水管' });
    expect(Object.fromEntries(features)).toEqual({ 停水: 4, 水停: 1, ab: 1, bc: 1, 水管: 1 });
  });

  it('puts first what cases of the kind were, and names the words that say so', () => {
    const [first, second] = rankLabels(learnedFrom(LESSONS), featuresOf({ title: '桃园停水', text: '自来水停了' }));
    expect(first?.label).toBe('water');
    expect(first?.cases).toBe(2);
    expect(first?.words.join()).toContain('停水');
    expect(first?.score ?? 0).toBeGreaterThan(second?.score ?? 1);
  });

  it('says nothing where nothing was learned', () => {
    expect(rankLabels(learnedFrom([]), featuresOf({ title: '停水', text: '' }))).toEqual([]);
  });

  it('knows every label once, its scores are shares, and a request without known words is no fault', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('停', '水', '路', '灯', '学', '区') }),
        (title, text) => {
          const ranked = rankLabels(learnedFrom(LESSONS), featuresOf({ title, text }));
          expect(ranked.map(({ label }) => label).toSorted()).toEqual(['road', 'school', 'water']);
          expect(ranked.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1);
        },
      ),
    );
  });

  it('is measured on what it was not taught', () => {
    const requests = ['停水', '水压低', '停水何时恢复', '路灯坏', '路面塌陷', '路灯不亮'].map((title, at) => ({
      title,
      text: title,
      label: at < 3 ? 'water' : 'road',
      fold: at % 3,
    }));
    const { first, requests: asked, naiveFirst } = accuracyOf(requests, 0);
    expect([first, asked, naiveFirst]).toEqual([2, 2, 1]);
  });
});
