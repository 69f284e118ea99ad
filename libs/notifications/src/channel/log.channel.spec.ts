import { describe, expect, it } from '@jest/globals';
import { renderNotice } from '../notice/render-notice.ts';
import { sampleFacts } from '../notice/sample-facts.ts';
import type { NoticeMessage } from './channel.ts';
import { smsChannel, type LoggedNotice } from './log.channel.ts';

const messageTo = (address: string): NoticeMessage => ({
  key: 'k1',
  to: { name: '市建设局', address },
  notice: renderNotice(sampleFacts('supervision-notice')),
});

describe('the log adapter', () => {
  it('writes a short message in one line, the number masked', async () => {
    const log: LoggedNotice[] = [];
    const delivery = await smsChannel((notice) => log.push(notice)).send(messageTo('139 1234 5678'));
    expect(delivery).toEqual({ result: 'sent', providerId: 'log:k1' });
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({ channel: 'sms', key: 'k1', to: '****5678' });
    expect(log[0]?.content).toMatch(/^【如皋12345】督办单 202601050042 [^\n]*http:\/\/localhost[^\n]*$/);
  });

  it.each([
    ['', 'address.missing'],
    ['  ', 'address.missing'],
    ['12', 'address.malformed'],
    ['a139', 'address.malformed'],
    ['13912345678\n1', 'address.malformed'],
  ])('refuses the number %j', async (number, reason) => {
    const log: LoggedNotice[] = [];
    expect(await smsChannel((notice) => log.push(notice)).send(messageTo(number))).toEqual({
      result: 'refused',
      reason,
    });
    expect(log).toEqual([]);
  });
});
