import { connect } from 'node:net';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseClock, deliverNotices, getCase, MACHINE_ACTOR, revealPhone } from '@hotline/application';
import { startMailCatcher, type MailCatcher } from '@hotline/infra';
import { mailChannel, smsChannel } from '@hotline/notifications';
import { startMailbox, type Mailbox } from '../../apps/api/src/mailbox/mailbox.ts';
import { sowSmallCity, type SmallCity } from './small-city.ts';

const ADDRESS = '12345@city.example';
const FROM = '王某 <wang@mail.example>';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('the mailbox, over a real socket', () => {
  let city: SmallCity;
  let mailbox: Mailbox;
  let catcher: MailCatcher;
  const faults: unknown[] = [];
  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
    catcher = await startMailCatcher();
    mailbox = await startMailbox(city.as('operator'), {
      host: '127.0.0.1',
      port: 0,
      address: ADDRESS,
      fault: (e) => faults.push(e),
    });
  }, 60_000);
  afterAll(async () => {
    await mailbox.close();
    await catcher.stop();
    await city.close();
  });

  let senders = 0;
  /** Sends a mail as the city's server does, and answers the code and words of the answer. */
  async function send(mail: SendMailOptions): Promise<{ code: number; words: string; caseNumber: string }> {
    const transport = createTransport({ host: '127.0.0.1', port: mailbox.port, secure: false, ignoreTLS: true });
    try {
      const { response } = await transport.sendMail({
        from: `某 <s${(senders += 1)}@mail.example>`,
        to: ADDRESS,
        ...mail,
      });
      return { code: Number(response.slice(0, 3)), words: response, caseNumber: /as (\d+)/.exec(response)?.[1] ?? '' };
    } catch (error) {
      const { responseCode = 0, message } = error as { responseCode?: number; message: string };
      return { code: responseCode, words: message, caseNumber: '' };
    } finally {
      transport.close();
    }
  }

  /** Lines over a bare socket; answers what came back to each. */
  function converse(lines: readonly (string | Buffer)[]): Promise<string[]> {
    return new Promise((resolve, reject) => {
      const socket = connect(mailbox.port, '127.0.0.1');
      const heard: string[] = [];
      let text = '';
      socket.on('data', (piece) => {
        text += piece.toString('latin1');
        if (!/^\d{3} [^\n]*\n$/m.test(text.slice(text.lastIndexOf('\n', text.length - 2) + 1))) return;
        heard.push(text.trim());
        text = '';
        const next = lines[heard.length - 1];
        if (next === undefined) socket.end();
        else socket.write(typeof next === 'string' ? `${next}\r\n` : next);
      });
      socket.on('close', () => resolve(heard));
      socket.on('error', reject);
    });
  }
  const raw = (content: Buffer | string) =>
    converse([
      'EHLO city.example',
      `MAIL FROM:<r${(senders += 1)}@mail.example>`,
      `RCPT TO:<${ADDRESS}>`,
      'DATA',
      Buffer.concat([Buffer.from(content as never), Buffer.from('\r\n.\r\n')]),
      'QUIT',
    ]).then((heard) => heard[5] ?? '');

  const viewOf = (caseNumber: string) => getCase(city.as('operator'), { caseNumber });
  const countCases = async (): Promise<number> => {
    const [row] = await city.orm.em.fork().execute<{ n: number }[]>('select count(*)::int as n from case_file');
    return row?.n ?? 0;
  };

  it('makes a request of a mail, its files kept, and answers its sender with the number', async () => {
    const { code, caseNumber } = await send({
      from: FROM,
      subject: '路灯不亮',
      text: '桃园小区三号楼路灯不亮。\n请修。',
      attachments: [
        { filename: '现场.png', content: PNG },
        { filename: 'run.exe', content: Buffer.from('MZ\u0090\0\u0003') },
      ],
    });
    expect(code).toBe(250);
    const seen = await viewOf(caseNumber);
    expect(seen).toMatchObject({
      channel: 'mailbox',
      callerName: '王某',
      callerMail: 'w***@mail.example',
      title: '路灯不亮',
      stage: 'registered',
      attachments: [{ name: '现场.png', mediaType: 'image/png', size: PNG.byteLength }],
    });
    expect(seen.text).toBe('桃园小区三号楼路灯不亮。\n请修。\n（未能接收的附件：run.exe）');
    const revealed = await revealPhone(city.as('operator'), { caseNumber });
    expect(revealed).toEqual({ callerPhone: null, callerMail: 'wang@mail.example' });
    const mail = mailChannel({ smtpUrl: catcher.url, from: `12345 <${ADDRESS}>` });
    const delivery = {
      mail,
      sms: smsChannel(() => undefined),
      publicUrl: 'http://h.example',
      organiser: { name: '', address: ADDRESS },
    };
    await deliverNotices({ ...city.as('operator', { actor: MACHINE_ACTOR }), delivery }, { stream: caseNumber });
    await mail.close();
    const [receipt] = await catcher.waitFor(1);
    expect(receipt?.recipients).toEqual(['wang@mail.example']);
    expect(receipt?.subject).toBe(`【如皋12345】您的诉求 ${caseNumber}`);
    expect(receipt?.text).toContain('已受理');
    // The receipt itself, sent back, is a loop.
    const back = await send({ subject: 'x', text: 'x', headers: { 'X-Hotline-Notice-Key': 'k' } });
    expect(back.code).toBe(554);
  });

  it('takes one that comes again as the one it was, also in parallel, and no other under its id', async () => {
    const mail = { from: FROM, messageId: '<one@mail.example>', subject: '停水', text: '停水两天' };
    const before = await countCases();
    const sent = [await send(mail), ...(await Promise.all([send(mail), send(mail)]))];
    expect(new Set(sent.map(({ code, caseNumber }) => `${code} ${caseNumber}`)).size).toBe(1);
    expect(await countCases()).toBe(before + 1);
    expect((await send({ ...mail, text: '别的事' })).code).toBe(554);
  });

  it('refuses with the right code what is no request', async () => {
    const before = await countCases();
    const text = '我在休假';
    for (const [code, mail] of [
      [550, { text, headers: { 'Auto-Submitted': 'auto-replied' } }],
      [550, { text, headers: { Precedence: 'bulk' } }],
      [550, { text, headers: { 'List-Id': '<news.example>' } }],
      [550, { text, to: 'other@city.example' }],
      [550, { text, envelope: { from: '', to: [ADDRESS] } }],
      [554, { text, headers: { Received: Array.from({ length: 40 }, (_, hop) => `from h${hop} by h${hop + 1}`) } }],
      [554, { subject: '只有标题', text: ' \n' }],
      [552, { text, attachments: [{ filename: 'big.bin', content: Buffer.alloc(31 * 1024 * 1024) }] }],
    ] as const)
      expect([code, (await send(mail as SendMailOptions)).code, mail]).toEqual([code, code, mail]);
    expect(await countCases()).toBe(before);
    expect(faults).toEqual([]);
  }, 60_000);

  it('reads Chinese in its old codings, HTML alone, and what says nothing of its coding', async () => {
    const gbk = Buffer.from([0xb5, 0xc6, 0xb2, 0xbb, 0xc1, 0xc1]);
    const head = 'From: a@mail.example\r\nSubject: =?GB2312?B?tca7tcHB?=\r\nContent-Type: text/plain; charset=';
    const old = await raw(
      Buffer.concat([Buffer.from(`${head}gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`), gbk]),
    );
    expect((await viewOf(/as (\d+)/.exec(old)?.[1] ?? '')).text).toBe('灯不亮');
    const html = await send({ subject: '网页信', html: '<p>路灯<b>不亮</b></p><script>alert(1)</script>' });
    const seen = await viewOf(html.caseNumber);
    expect(seen.text).toContain('路灯不亮');
    expect(seen.text).not.toContain('alert');
    for (const charset of ['x-nonsense', '', 'utf-7', 'utf-16le']) {
      const answer = await raw(`${head}${charset}\r\n\r\nhello ${charset}`);
      expect([charset, answer]).toEqual([charset, expect.stringMatching(/^[25]/)]);
    }
  });

  it('stands nasty mails: huge headers, nests of parts, NULs, forged ids, lines without end', async () => {
    const nest = (depth: number): string =>
      depth === 0
        ? 'Content-Type: text/plain\r\n\r\ninnermost\r\n'
        : `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${nest(depth - 1)}\r\n--b${depth}--\r\n`;
    const from = 'From: n@mail.example\r\nSubject: s\r\n';
    const nasty: Record<string, string> = {
      'a header of a megabyte': `${from}X-Long: ${'x'.repeat(1024 * 1024)}\r\n\r\ntext`,
      'many headers': `${from}${'X-A: b\r\n'.repeat(20_000)}\r\ntext`,
      'a deep nest': `${from}${nest(300)}`,
      'many parts': `${from}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(3_000)}--b--`,
      'NUL and controls': `${from}\r\na\0b\u0001\u202ec`,
      'a NUL in its id': `${from}Message-ID: <a\0b@x>\r\n\r\ntext`,
      'an id without end': `${from}Message-ID: <${'i'.repeat(5_000)}@x>\r\n\r\ntext`,
      'a forged name': `From: "=?utf-8?B?PHNjcmlwdD4=?=" <n2@mail.example>\r\nSubject: '; drop table case_file; --\r\n\r\ntext`,
      'a name of a file that climbs': `${from}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b\r\nContent-Disposition: attachment; filename="../../etc/passwd"\r\n\r\nhello\r\n--b--`,
      'no headers at all': `\r\ntext`,
      nothing: '',
      'broken base64': `${from}Content-Transfer-Encoding: base64\r\n\r\n!!!!====%%%%`,
      'many senders': `From: ${Array.from({ length: 500 }, (_, index) => `m${index}@mail.example`).join(', ')}\r\n\r\ntext`,
      'a sender that is none': 'From: <nobody>\r\n\r\ntext',
      'a long line': `${from}\r\n${'长'.repeat(200_000)}`,
    };
    for (const [name, mail] of Object.entries(nasty))
      expect([name, await raw(mail)]).toEqual([name, expect.stringMatching(/^(250|55[0-4])[ -]/)]);
    expect(faults).toEqual([]);
    expect((await send({ subject: '之后', text: '照常' })).code).toBe(250);
  }, 120_000);

  it('asks to try later when the ledger is away, and has nothing of it', async () => {
    const em = city.orm.em.fork();
    await em.execute('alter table case_file rename to case_file_gone');
    const mail = { from: FROM, messageId: '<later@mail.example>', subject: '稍后', text: '稍后再来' };
    expect((await send(mail)).code).toBe(451);
    await em.execute('alter table case_file_gone rename to case_file');
    expect(faults.splice(0)).toHaveLength(1);
    expect((await send(mail)).code).toBe(250);
  });

  it('takes no more than its share from one sender', async () => {
    const sent = [];
    for (let count = 0; count < 22; count += 1)
      sent.push(await send({ from: 'much@mail.example', subject: `${count}`, text: `第${count}封` }));
    expect(sent.map(({ code }) => code).slice(19)).toEqual([250, 450, 450]);
  });
});
