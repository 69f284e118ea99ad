import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excerpt, mark } from './highlight.ts';
import { searchQuery, termsOf, vectorOf } from './search-terms.ts';

describe('the terms of words', () => {
  it('are the dictionary’s words and every two characters', () => {
    const terms = termsOf('自来水费怎么交');
    expect(terms).toEqual(expect.arrayContaining(['自来水', '水费', '来水', '怎么']));
  });

  it('are in one form, whatever was typed', () => {
    expect(termsOf('ＥＴＣ卡 12345')).toEqual(expect.arrayContaining(['etc', '12345']));
    expect(searchQuery('ＥＴＣ').terms).toEqual(['etc']);
  });

  it('hold any two neighbours of a Chinese text', () => {
    const han = fc.array(fc.constantFrom(...Array.from('水费电缴纳公积金停提取户口养老保险社保卡')), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(han, fc.nat(), (characters, place) => {
        const at = place % (characters.length - 1);
        expect(termsOf(characters.join(''))).toContain(characters.slice(at, at + 2).join(''));
      }),
    );
  });
});

describe('a search', () => {
  it('of two characters looks for just them', () => {
    expect(searchQuery('水费')).toMatchObject({ terms: ['水费'], every: `'水费'`, any: `'水费'` });
  });

  it('of a question leaves out what every caller says', () => {
    expect(searchQuery('请问停水了怎么办').terms).toEqual(['停水']);
    expect(searchQuery('怎么办').terms).toEqual(['怎么办']);
  });

  it('of signs alone has nothing to look up', () => {
    for (const typed of ['？！', '%', '  ', "'"]) expect(searchQuery(typed).every).toBeUndefined();
  });

  it('is a literal that nobody’s quotes can break', () => {
    expect(vectorOf([`it's`, 'A'])).toBe(`'it':1A 's':2A`);
  });
});

describe('what is marked', () => {
  it('is what was searched for, and the rest as it is', () => {
    const marked = mark('停水通知与停水抢修', searchQuery('停水'));
    expect(marked.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')).toBe('[停水]通知与[停水]抢修');
    expect(mark('A+B (1)', searchQuery('a+b (1)'))).toEqual([{ text: 'A+B (1)', hit: true }]);
  });

  it('loses and breaks no character, wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 4 }),
        (text, q) => {
          const query = searchQuery(q);
          expect(
            mark(text, query)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
          expect(
            excerpt(text, query)
              .map((piece) => piece.text)
              .join('')
              .isWellFormed(),
          ).toBe(true);
        },
      ),
    );
  });

  it('is shown with what stands around it', () => {
    const long = `${'前'.repeat(400)}停水${'后'.repeat(400)}`;
    const shown = excerpt(long, searchQuery('停水'));
    expect(shown.find(({ hit }) => hit)?.text).toBe('停水');
    expect(shown.map(({ text }) => text).join('').length).toBeLessThan(120);
  });
});
