import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser, type ParsedMail } from 'mailparser';
import { renderNotice } from '../notice/render-notice.ts';
import { sampleFacts } from '../notice/sample-facts.ts';
import { channelTo, closeAll, mailServer, message } from './mail-servers.ts';
import { mailChannel } from './mail.channel.ts';

afterEach(closeAll);

/** The headers of every mail without calendar; those that may be empty are left out then. */
const HEADERS = [
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'to',
];
const MAY_BE_EMPTY = new Set(['subject', 'x-hotline-notice-key']);

const onlyMail = async (mails: readonly string[]): Promise<ParsedMail> => {
  expect(mails).toHaveLength(1);
  return await simpleParser(mails[0] ?? '');
};

describe('a mail that was taken', () => {
  it('carries key, deterministic id, sender, subject, text and HTML', async () => {
    const { url, mails } = await mailServer();
    const sent = message();
    const delivery = await channelTo(url).send(sent);
    expect(delivery).toMatchObject({ result: 'sent', providerId: expect.stringMatching(/^250 /) });
    const mail = await onlyMail(mails);
    expect(mail.messageId).toBe('<202601050042=3Aa1/due=3A1=3Ared=3A1@rugao.example>');
    expect(mail.headers.get('x-hotline-notice-key')).toBe(sent.key);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.from?.value).toEqual([{ name: '如皋12345', address: 'hotline@rugao.example' }]);
    expect(mail.to).toMatchObject({ value: [{ name: '张建平', address: 'jsj@rugao.example' }] });
    expect(mail.subject).toBe(sent.notice.subject);
    expect(mail.text?.trim()).toBe(sent.notice.text.trim());
    expect(mail.html).toContain('<h1');
    expect(mail.attachments).toEqual([]);
  });

  it('has the same Message-ID when it is sent again', async () => {
    const { url, mails } = await mailServer();
    const channel = channelTo(url, { messageIdDomain: 'hotline.example' });
    await channel.send(message());
    await channel.send(message());
    const ids = await Promise.all(mails.map(async (mail) => (await simpleParser(mail)).messageId));
    expect(ids).toEqual(Array(2).fill('<202601050042=3Aa1/due=3A1=3Ared=3A1@hotline.example>'));
  });

  it.each([
    ['meeting-invitation', 'REQUEST'],
    ['meeting-update', 'REQUEST'],
    ['meeting-cancellation', 'CANCEL'],
  ] as const)('of kind %s has its calendar part as an alternative, method %s', async (kind, method) => {
    const { url, mails } = await mailServer();
    const sent = message(kind);
    await channelTo(url).send(sent);
    expect(mails[0]).toMatch(new RegExp(`Content-Type: text/calendar; charset=utf-8; method=${method}`));
    const mail = await onlyMail(mails);
    const [calendar] = mail.attachments.filter(({ filename }) => filename === 'meeting.ics');
    expect(calendar?.content.toString('utf8')).toBe(sent.notice.calendar?.content);
  });

  it('cannot be given another header or recipient by any title, name or key', async () => {
    const { url, mails } = await mailServer();
    const channel = channelTo(url);
    const evil = fc.string({
      unit: fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\u2028',
        '\u0000',
        '<',
        '>',
        ',',
        '"',
        ' ',
        'Bcc: all@x.example',
        '堵',
        'x',
      ),
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(evil, evil, evil, async (title, name, key) => {
        mails.length = 0;
        const notice = { ...renderNotice(sampleFacts('assignment', { title })), subject: title };
        const to = { name, address: 'jsj@rugao.example' };
        expect((await channel.send({ key, to, notice })).result).toBe('sent');
        const mail = await onlyMail(mails);
        expect(mail.headers.has('bcc')).toBe(false);
        const names = mail.headerLines.map((line) => line.key).filter((name) => !MAY_BE_EMPTY.has(name));
        expect(names.toSorted()).toEqual(HEADERS);
        expect([mail.to].flat().flatMap((one) => one?.value ?? [])).toHaveLength(1);
        expect([mail.to].flat()[0]?.value[0]?.address).toBe('jsj@rugao.example');
      }),
      { numRuns: 60 },
    );
  });
});

describe('the channel', () => {
  it.each([
    ['http://127.0.0.1:25', 'hotline@rugao.example', /smtp:\/\//],
    ['localhost:25', 'hotline@rugao.example', /smtp:\/\//],
    ['smtp://127.0.0.1:25', 'nobody', /one address/],
    ['smtp://127.0.0.1:25', 'A <a@x.example>\r\nBcc: b@x.example', /one address/],
  ])('says what is wrong with %j and %j', (smtpUrl, from, words) => {
    expect(() => mailChannel({ smtpUrl, from })).toThrow(words);
  });
});
