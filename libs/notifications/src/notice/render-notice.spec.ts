import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS, type NoticeKind } from '@hotline/domain';
import fc from 'fast-check';
import { chineseTime, englishTime } from './local-time.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { renderInApp, renderNotice } from './render-notice.ts';
import { sampleFacts } from './sample-facts.ts';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a mail client shows of the HTML: tags gone, each entity decoded once. */
function shown(html: string): string {
  return html
    .replaceAll('<br>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function timesOf(facts: NoticeFacts): string[] {
  const own = 'due' in facts && facts.due ? [facts.due] : [];
  if (facts.kind === 'task-digest') return facts.tasks.flatMap(({ due }) => due ?? []);
  return 'meeting' in facts ? [facts.meeting.startsAt] : own;
}

const numbersOf = (facts: NoticeFacts): string[] => ('caseNumber' in facts ? [facts.caseNumber] : []);

/** Each text that a person wrote or that names somebody, by its place in the facts. */
const TEXT_FIELDS = new Set(
  'recipientName title unitName quality feedback text reason trouble wayOut tried asked instruction part place deputyMayorName name'.split(
    ' ',
  ),
);

/** The facts with every such text replaced, and the texts that were put in. */
function withTexts(facts: NoticeFacts, next: () => string): { facts: NoticeFacts; texts: string[] } {
  const texts: string[] = [];
  const walk = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, field));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, name === 'organiser' ? one : walk(one, name)]),
      );
    if (
      typeof value !== 'string' ||
      !(TEXT_FIELDS.has(field) || (field === 'cause' && facts.kind === 'special-report'))
    )
      return value;
    texts.push(next());
    return texts.at(-1);
  };
  return { facts: walk(facts, '') as NoticeFacts, texts };
}

describe.each([...NOTICE_KINDS])('a notice of kind %s', (kind: NoticeKind) => {
  const facts = sampleFacts(kind);
  const notice = renderNotice(facts);

  it('says number, duty, time and what follows, and carries the link', () => {
    for (const words of [notice.text, shown(notice.html)]) {
      expect(words).toContain(facts.recipientName);
      expect(words).toContain('要求');
      expect(words).toMatch(/如未|如不|后续说明/);
      expect(words).toContain(facts.link);
      for (const number of numbersOf(facts)) expect(words).toContain(number);
      for (const time of timesOf(facts)) expect(words).toContain(chineseTime(time));
    }
    expect(notice.html).toContain(`href="${facts.link}"`);
    expect(notice.brief).toContain(facts.link);
    for (const number of numbersOf(facts)) {
      expect(notice.subject).toContain(number);
      expect(notice.brief).toContain(number);
    }
  });

  it('is Chinese with one English line that says number and time', () => {
    const english = notice.text
      .split('\n')
      .filter((line) => /^[\x20-\x7e]{20,}$/.test(line) && !line.trim().startsWith('http'));
    expect(english).toHaveLength(1);
    const owed = facts.kind === 'task-digest' ? [] : [...numbersOf(facts), ...timesOf(facts).map(englishTime)];
    for (const words of owed) expect(english[0]).toContain(words);
  });

  it('stands in the list of notices in both languages, in one line each', () => {
    for (const { title, body } of [renderInApp(facts), renderInApp(facts, 'en')]) {
      expect(title.length).toBeGreaterThan(3);
      expect(`${title}${body}`).not.toContain('\n');
      for (const number of numbersOf(facts)) expect(title).toContain(number);
    }
    expect(renderInApp(facts).body).toMatch(/\p{Script=Han}/u);
  });

  it('has no unfilled place', () => {
    const said = JSON.stringify([notice, renderInApp(facts), renderInApp(facts, 'en')]);
    expect(said).not.toMatch(/undefined|null|NaN|\[object|\{\}/);
    expect(notice.text).not.toMatch(/【[^】]*】(?:\n|$)(?! {2})/);
  });

  it('loses no text and escapes each once', () => {
    const awkward = fc
      .string({
        unit: fc.constantFrom(...Array.from('<>&"\'`\\;,:=%{}#3a9 \n\u4e00\u9fa5\u{20bb7}\u{1f600}')),
        minLength: 1,
        maxLength: 40,
      })
      .map((text) => text.trim())
      .filter((text) => text !== '' && !text.includes(' \n') && !text.includes('\n '));
    fc.assert(
      fc.property(fc.infiniteStream(awkward), (stream) => {
        const { facts: changed, texts } = withTexts(facts, () => stream.next().value as string);
        const { text, html } = renderNotice(changed);
        for (const one of texts) {
          expect(shown(html)).toContain(one);
          for (const line of one.split('\n')) expect(text).toContain(line);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a hostile title', () => {
  const title =
    '<script>alert(1)</script>"><img src=x onerror=y>\r\nBcc: everybody@rugao.example\u2028X: 1\u0000\u202e';
  const facts = sampleFacts('assignment', { title, link: 'http://localhost:1/?a=1&b="><script>' });
  const notice = renderNotice(facts);

  it('is words in HTML, nothing else', () => {
    expect(notice.html).not.toMatch(/<script|<img/i);
    expect(notice.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(notice.html).toContain('href="http://localhost:1/?a=1&amp;b=&quot;&gt;&lt;script&gt;"');
  });

  it('does not break out of the one line of a subject, a short message or a list', () => {
    for (const line of [notice.subject, notice.brief, renderInApp(facts).title])
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
  });

  it('makes no link of what is no web address', () => {
    expect(renderNotice(sampleFacts('yellow', { link: 'javascript:alert(1)' })).html).not.toContain('href');
  });

  it('is shortened in the subject by whole characters, and whole in the body', () => {
    const long = '\u{20bb7}'.repeat(300);
    const { subject, text } = renderNotice(sampleFacts('yellow', { title: long }));
    expect(subject.isWellFormed()).toBe(true);
    expect(Array.from(subject).length).toBeLessThan(100);
    expect(text).toContain(long);
  });

  it('with a lone surrogate is mended rather than failing', () => {
    expect(renderNotice(sampleFacts('yellow', { title: '下\ud800水' })).text).toContain('下\ufffd水');
  });
});

describe('what the words depend on', () => {
  it('speaks of lateness in a notice issued by hand only when the due has passed', () => {
    expect(renderNotice(sampleFacts('urging-notice')).text).toContain('已逾办结反馈时限');
    const early = renderNotice(sampleFacts('urging-notice', { due: '2026-01-12T02:00:00.000Z' })).text;
    expect(early).not.toMatch(/已逾|逾期/);
    expect(early).toContain('2026年1月12日（周一）10:00前');
  });

  it('gives supervision notices the head and number of a formal paper', () => {
    const { text, subject } = renderNotice(sampleFacts('supervision-notice'));
    expect(text.split('\n').slice(0, 2)).toEqual(['如皋市12345市长公开电话受理中心督办单', '皋12345督〔2026〕2号']);
    expect(subject).toBe('【督办单】202601050042 文化局宿舍楼下水道堵塞');
  });

  it('says that a designated unit cannot return the case, and offers no return', () => {
    const { text } = renderNotice(sampleFacts('assignment', { designated: true }));
    expect(text).toContain('不再受理退单');
    expect(text).not.toContain('申请退单');
  });

  it('names an emergency in the subject', () => {
    expect(renderNotice(sampleFacts('assignment', { urgency: 'emergency' })).subject).toMatch(/^【紧急交办通知】/);
  });

  it('says what a proposal does by itself, by its kind', () => {
    expect(renderNotice(sampleFacts('proposal')).text).toContain('自动召集联席会办');
    expect(renderNotice(sampleFacts('proposal', { proposal: 'special-report' })).text).toContain(
      '自动送分管副市长批示',
    );
  });

  it('marks a report that came by itself', () => {
    expect(renderNotice(sampleFacts('special-report')).text).toContain('自动报送');
    expect(renderNotice(sampleFacts('special-report', { automatic: false })).text).not.toContain('自动报送');
  });

  it('lists the tasks of a day by their due, the late ones marked', () => {
    const { text } = renderNotice(sampleFacts('task-digest'));
    const places = ['1. 退单裁定', '2. 回访', '3. 更正拒收的地址'].map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).toContain('2026年1月4日（周日）16:00（已逾期）');
    expect(text).toContain('其中已逾期1项');
  });

  it('refuses what is no instant', () => {
    expect(() => renderNotice(sampleFacts('yellow', { due: 'tomorrow' }))).toThrow(RangeError);
  });
});
