import { describe, expect, it } from '@jest/globals';
import { renderNotice } from '../notice/render-notice.ts';
import { sampleFacts } from '../notice/sample-facts.ts';
import type { NoticeMessage } from './channel.ts';
import { inAppChannel } from './in-app.channel.ts';
import { faxChannel, smsChannel, type LoggedNotice } from './log.channel.ts';

const messageTo = (address: string): NoticeMessage => ({
  key: 'k1',
  to: { name: '市建设局', address },
  notice: renderNotice(sampleFacts('supervision-notice')),
});

describe('the log adapters', () => {
  it('write a short message in one line, the number masked', async () => {
    const log: LoggedNotice[] = [];
    const delivery = await smsChannel((notice) => log.push(notice)).send(messageTo('139 1234 5678'));
    expect(delivery).toEqual({ result: 'sent', providerId: 'log:k1' });
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({ channel: 'sms', key: 'k1', to: '****5678' });
    expect(log[0]?.content).toMatch(/^【如皋12345】督办单 202601050042 [^\n]*http:\/\/localhost[^\n]*$/);
  });

  it('write a fax as the whole sheet', async () => {
    const log: LoggedNotice[] = [];
    await faxChannel((notice) => log.push(notice)).send(messageTo('+86 513-8765-1234'));
    expect(log[0]?.content).toContain('如皋市12345市长公开电话受理中心督办单\n');
  });

  it.each([
    ['', 'address.missing'],
    ['  ', 'address.missing'],
    ['12', 'address.malformed'],
    ['a139', 'address.malformed'],
    ['13912345678\n1', 'address.malformed'],
  ])('refuse the number %j', async (number, reason) => {
    const log: LoggedNotice[] = [];
    expect(await smsChannel((notice) => log.push(notice)).send(messageTo(number))).toEqual({
      result: 'refused',
      reason,
    });
    expect(log).toEqual([]);
  });
});

describe('the channel into the system itself', () => {
  it('is sent when the notice was kept, and fails with the keeper', async () => {
    const kept: string[] = [];
    const channel = inAppChannel(async ({ key }) => void kept.push(key));
    expect(await channel.send(messageTo('user-1'))).toEqual({ result: 'sent', providerId: 'k1' });
    expect(kept).toEqual(['k1']);
    const failing = inAppChannel(() => Promise.reject(new Error('no database')));
    await expect(failing.send(messageTo('user-1'))).rejects.toThrow('no database');
  });
});
