import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { articleActions, mayDoArticle, maySeeArticle } from '../access/knowledge-rights.ts';
import { ROLES } from '../access/actor.ts';
import { DomainError } from '../domain-error.ts';
import { nextAction } from '../ledger/ladder.ts';
import { person, words } from '../testing/living-case.ts';
import { LivingArticle } from '../testing/living-article.ts';

const BEGIN = '2026-01-05T02:00:00.000Z';
const UNTIL = '2026-03-31';

function published(ownerUnitId?: string): LivingArticle {
  const article = new LivingArticle(BEGIN);
  article.write('operator', { validUntil: UNTIL, ...(ownerUnitId ? { ownerUnitId } : {}) });
  article.do('operator', { type: 'submit' });
  article.do('supervisor', { type: 'review', accepted: true });
  return article;
}
const codes = (article: LivingArticle): string[] => article.lastEffects.map(({ code }) => code);

describe('an article', () => {
  it('is published by a second person, never by one who wrote at it', () => {
    const article = new LivingArticle(BEGIN);
    article.write('supervisor');
    article.do('supervisor', { type: 'submit' });
    expect(() => article.do('supervisor', { type: 'review', accepted: true })).toThrow('article.own-review');
    expect(articleActions(article.state, person('supervisor'))).not.toContain('review');
    article.do('director', { type: 'review', accepted: true });
    expect(article.state).toMatchObject({ status: 'published', published: { version: 1 } });
  });

  it('sent back is a draft again, with a reason and a task for who writes it anew', () => {
    const article = new LivingArticle(BEGIN);
    article.write('operator');
    article.do('operator', { type: 'submit' });
    expect(codes(article)).toEqual(['task:article-review:supervision']);
    expect(() => article.do('supervisor', { type: 'review', accepted: false })).toThrow('article.reason-missing');
    article.do('supervisor', { type: 'review', accepted: false, text: words('来源过时') });
    expect(article.state.status).toBe('draft');
    expect(codes(article)).toEqual(['task:article-revise:knowledge']);
  });

  it('tells the director of a review that nobody did within its working days', () => {
    const article = new LivingArticle(BEGIN);
    article.write('operator');
    article.do('operator', { type: 'submit' });
    expect(nextAction(article.state)?.at).toBe('2026-01-08T02:00:00.000Z');
    article.until('2026-01-08T02:00:00.000Z');
    expect(codes(article)).toEqual(['notice:article-overdue:director']);
  });

  it('reminds its owner ten working days before its last day is over, and is then no longer offered', () => {
    const article = published('water');
    article.until('2026-03-31T15:59:59.000Z');
    expect(codes(article)).toEqual(['notice:article-expiring:handler']);
    expect(article.state.status).toBe('published');
    article.until('2026-03-31T16:00:00.000Z');
    expect(article.state.status).toBe('expired');
    expect(codes(article)).toEqual(['notice:article-expired:handler', 'task:article-renew:knowledge']);
    article.do('director', { type: 'confirm', validUntil: '2026-12-31', text: words('核对无变化') });
    expect(article.state.status).toBe('published');
  });

  it('is over after an outage too, whichever rung acts first', () => {
    const article = published();
    article.until('2026-06-01T00:00:00.000Z', { onlyLast: true });
    expect(article.state.status).toBe('expired');
    expect(codes(article)).toContain('task:article-renew:knowledge');
  });

  it('doubted makes its owner look at it once, however many doubt', () => {
    const article = published('water');
    article.do('operator', { type: 'doubt', text: words('水价已调整') });
    expect(codes(article)).toEqual(['task:article-check:knowledge', 'notice:article-doubted:handler']);
    article.do('operator', { type: 'doubt', text: words('又有人问') });
    expect(codes(article)).toEqual([]);
    expect(article.state.published?.doubts).toBe(2);
    article.do('supervisor', { type: 'confirm', validUntil: UNTIL, text: words('已核对') });
    expect(article.state.published?.doubts).toBe(0);
    expect(article.state.ladders.running['check']).toBeUndefined();
  });

  it('is offered as it was while a new version of it is written', () => {
    const article = published();
    article.write('operator', { validUntil: '2027-03-31' });
    expect(article.state).toMatchObject({ status: 'published', version: 2, published: { version: 1 } });
    article.do('operator', { type: 'submit' });
    article.do('supervisor', { type: 'review', accepted: true });
    expect(article.state.published).toMatchObject({ version: 2, validUntil: '2027-03-31' });
    expect(article.state.draft).toBeUndefined();
  });

  it('takes no day that does not exist or is over', () => {
    const article = new LivingArticle(BEGIN);
    for (const validUntil of ['2026-02-30', '31.12.2026', '2026-1-1'])
      expect(() => article.write('operator', { validUntil })).toThrow('article.bad-day');
    expect(() => article.write('operator', { validUntil: '2026-01-04' })).toThrow('article.valid-until-past');
    expect(() => article.write('operator', { validUntil: '2999-01-01' })).toThrow('instant.too-far');
    article.write('operator', { validUntil: '2026-01-05' });
  });
});

describe('who may do what to it', () => {
  it('is the desk’s to write and doubt, a supervisor’s to publish, and its unit’s to write at', () => {
    const { state } = published('water');
    const who = (type: Parameters<typeof mayDoArticle>[1]) =>
      ROLES.filter((role) => mayDoArticle(person(role, role.startsWith('unit') ? 'water' : undefined), type, state));
    expect(who('doubt')).toEqual(['operator', 'dispatcher', 'shift-leader', 'supervisor', 'director']);
    expect(who('review')).toEqual(['supervisor', 'director']);
    expect(who('revise')).toEqual([
      'operator',
      'dispatcher',
      'shift-leader',
      'supervisor',
      'director',
      'unit-handler',
      'unit-head',
    ]);
    expect(who('confirm')).toEqual(['supervisor', 'director', 'unit-head']);
    expect(mayDoArticle(person('unit-head', 'power'), 'revise', state)).toBe(false);
  });

  it('shows drafts to the center and to the unit that owns them alone', () => {
    const article = new LivingArticle(BEGIN);
    article.write('operator', { ownerUnitId: 'water' });
    const sees = (role: 'operator' | 'unit-handler' | 'mayor', unitId?: string) =>
      maySeeArticle(person(role, unitId), article.state);
    expect([sees('operator'), sees('unit-handler', 'water'), sees('unit-handler', 'power'), sees('mayor')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

type Step = { readonly who: 'operator' | 'supervisor' | 'director'; readonly what: number; readonly days: number };
const steps = fc.array(
  fc.record<Step>({
    who: fc.constantFrom('operator', 'supervisor', 'director'),
    what: fc.nat(6),
    days: fc.nat(40),
  }),
  { maxLength: 30 },
);

describe('whatever is done to an article, in any order', () => {
  it('is never published by its writer, never offered after its last day, and waits only for what is owed', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const article = new LivingArticle(BEGIN);
        article.write('operator', { validUntil: '2026-02-10' });
        for (const step of walk) take(article, step);
        const { published: offered, draft, ladders } = article.state;
        if (offered?.expiresAt) expect(offered.expired).toBe(offered.expiresAt <= article.now);
        expect(ladders.running['review'] !== undefined).toBe(draft?.submitted === true);
        if (!offered) expect(ladders.running['validity'] ?? ladders.running['check']).toBeUndefined();
        for (const { by, authors } of article.publications) expect(authors).not.toContain(by);
      }),
      { numRuns: 300 },
    );
  });
});

function take(article: LivingArticle, { who, what, days }: Step): void {
  article.rest(days);
  try {
    if (what === 0) article.write(who, { validUntil: article.dayAfter(days) });
    else if (what === 1) article.do(who, { type: 'submit' });
    else if (what === 2) article.do(who, { type: 'review', accepted: true });
    else if (what === 3) article.do(who, { type: 'review', accepted: false, text: words('不对') });
    else if (what === 4) article.do(who, { type: 'doubt', text: words('不对了') });
    else if (what === 5) article.do(who, { type: 'confirm', validUntil: article.dayAfter(days), text: words('对') });
    else article.do(who, { type: 'withdraw', text: words('不用了') });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}
