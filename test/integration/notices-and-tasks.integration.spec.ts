import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  acknowledgeAssignment,
  actOnStream,
  assignCase,
  closeCase,
  databaseClock,
  deliverNotices,
  forgetWhatIsOver,
  listNotices,
  listTasks,
  MACHINE_ACTOR,
  markNoticeRead,
  registerCase,
  sendTaskDigests,
  submitFeedback,
  type NoticeDelivery,
} from '@hotline/application';
import { startMailCatcher, type MailCatcher } from '@hotline/infra';
import { mailChannel, smsChannel, TemporaryDeliveryFailure, type NoticeChannel } from '@hotline/notifications';
import { REQUEST, sowSmallCity, type SmallCity } from './small-city.ts';

const ORGANISER = { name: '受理中心', address: 'hotline@city.example' };

describe('notices and tasks', () => {
  let city: SmallCity;
  let catcher: MailCatcher;
  let mail: NoticeChannel;
  beforeAll(async () => {
    [city, catcher] = await Promise.all([sowSmallCity(databaseClock), startMailCatcher()]);
    mail = mailChannel({ smtpUrl: catcher.url, from: `12345 <${ORGANISER.address}>` });
  });
  beforeEach(() => catcher.trouble({}));
  afterAll(async () => {
    await mail.close();
    await catcher.stop();
    await city.close();
  });

  const machine = () => city.as('operator', { actor: MACHINE_ACTOR });
  const delivering = (channel: NoticeChannel = mail) => {
    const delivery: NoticeDelivery = {
      mail: channel,
      sms: smsChannel(() => undefined),
      publicUrl: 'http://hotline.example',
      organiser: ORGANISER,
    };
    return { ...machine(), delivery };
  };
  const openKinds = async (caseNumber: string): Promise<string[]> =>
    (await listTasks(city.as('director'), { caseNumber, limit: 50 })).items.map(({ kind }) => kind).sort();
  const actAt = (caseNumber: string, key: string, days: number) =>
    actOnStream(machine(), {
      stream: caseNumber,
      key,
      at: new Date(Date.now() + days * 86_400_000).toISOString(),
      after: 0,
    });
  const mailsOf = (caseNumber: string) => catcher.mails.filter((one) => one.text?.includes(caseNumber));

  async function assigned(unitIds: readonly string[] = ['water']): Promise<string> {
    const { caseNumber } = await registerCase(city.as('operator'), REQUEST);
    const units = unitIds.map((unitId, index) => ({ unitId, role: index === 0 ? ('lead' as const) : ('co' as const) }));
    await assignCase(city.as('operator'), { caseNumber, units, quality: '恢复供水', feedback: '答复市民' });
    return caseNumber;
  }

  /** The moment at which an unread notice becomes a call, and no later rung is due. */
  async function unreadComes(caseNumber: string): Promise<void> {
    const em = city.orm.em.fork();
    const [row] = await em.execute<{ at: string }[]>(
      `select state->'ladders'->'running'->'a1/acknowledge'->'rungs'->0->>'at' as at from stream where id = ?`,
      [caseNumber],
    );
    await actOnStream(machine(), {
      stream: caseNumber,
      key: 'a1/acknowledge:1:unread:1',
      at: row?.at ?? '',
      after: 0,
    });
  }

  it('make no phone call of a notice that was read, and one of one that was not', async () => {
    const [read, unread] = [await assigned(), await assigned()];
    const { items } = await listNotices(city.as('water-handler'), { limit: 50, unread: true });
    const notice = items.find(({ caseNumber }) => caseNumber === read);
    const first = await markNoticeRead(city.as('water-handler'), { noticeId: notice?.noticeId ?? '' });
    expect(await markNoticeRead(city.as('water-handler'), { noticeId: notice?.noticeId ?? '' })).toEqual(first);
    const foreign = markNoticeRead(city.as('housing-handler'), { noticeId: notice?.noticeId ?? '' });
    await expect(foreign).rejects.toMatchObject({ code: 'notice.not-found' });
    await unreadComes(read);
    await unreadComes(unread);
    expect([await openKinds(read), await openKinds(unread)]).toEqual([[], ['phone-unread']]);
  });

  it('settle with their wait', async () => {
    const caseNumber = await assigned();
    await actAt(caseNumber, 'a1/acknowledge:1:phone:1', 3);
    expect(await openKinds(caseNumber)).toContain('phone-acknowledge');
    await acknowledgeAssignment(city.as('water-handler'), { caseNumber, assignmentId: 'a1' });
    expect(await openKinds(caseNumber)).toEqual([]);
    const contactedAt = new Date().toISOString();
    const told = { outcome: 'solved', text: '已恢复', contactedAt, contactMethod: 'phone' } as const;
    await submitFeedback(city.as('water-handler'), { caseNumber, assignmentId: 'a1', ...told });
    expect(await openKinds(caseNumber)).toEqual(['review']);
  });

  it('settle with their case, but for what is to be mended or faxed', async () => {
    const caseNumber = await assigned(['water', 'village']);
    await actAt(caseNumber, 'a1/acknowledge:1:phone:1', 3);
    catcher.trouble({ refuse: ['water-handler@city.example'] });
    await deliverNotices(delivering(), { stream: caseNumber });
    expect(await openKinds(caseNumber)).toEqual(expect.arrayContaining(['phone-acknowledge', 'refused-address']));
    await closeCase(city.as('director'), { caseNumber, outcome: 'explained', text: '诉求人撤回' });
    expect(await openKinds(caseNumber)).toEqual(['fax', 'refused-address']);
    const em = city.orm.em.fork();
    const statuses = await em.execute('select distinct status from assignment where case_number = ?', [caseNumber]);
    expect(statuses).toEqual([{ status: 'withdrawn' }]);
  });

  it('go out once, though two deliveries run at once', async () => {
    const caseNumber = await assigned(['water', 'housing']);
    const slow: NoticeChannel = {
      ...mail,
      async send(message) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return mail.send(message);
      },
    };
    const both = await Promise.allSettled([1, 2].map(() => deliverNotices(delivering(slow), { stream: caseNumber })));
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    await deliverNotices(delivering(), { stream: caseNumber });
    expect(mailsOf(caseNumber)).toHaveLength(2);
    expect(new Set(mailsOf(caseNumber).map(({ messageId }) => messageId)).size).toBe(2);
  });

  it('wait for the one that has them, and no longer than he can live', async () => {
    const caseNumber = await assigned();
    let end: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (end = resolve));
    const hanging: NoticeChannel = {
      ...mail,
      send: async () => {
        await held;
        throw new TemporaryDeliveryFailure('mail', 'unreachable');
      },
    };
    const dying = deliverNotices(delivering(hanging), { stream: caseNumber });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const second = deliverNotices(delivering(), { stream: caseNumber });
    await expect(second).rejects.toMatchObject({ code: 'notice.undelivered' });
    expect(mailsOf(caseNumber)).toEqual([]);
    const later = { now: () => Promise.resolve(new Date(Date.now() + 120_000).toISOString()) };
    await deliverNotices({ ...delivering(), clock: later }, { stream: caseNumber });
    expect(mailsOf(caseNumber)).toHaveLength(1);
    end?.();
    await dying.catch(() => undefined);
    const em = city.orm.em.fork();
    expect(await em.execute(`select mail from notice where stream = ? and channel = 'mail'`, [caseNumber])).toEqual([
      { mail: 'sent' },
    ]);
  });

  it('one that cannot be told holds up no other', async () => {
    const caseNumber = await assigned(['water', 'housing']);
    const em = city.orm.em.fork();
    await em.execute(`update notice set subject = 'a9/due' where stream = ? and recipient_id = 'water-handler'`, [
      caseNumber,
    ]);
    await expect(deliverNotices(delivering(), { stream: caseNumber })).rejects.toThrow('about no assignment');
    expect(mailsOf(caseNumber)).toHaveLength(1);
  });

  it('the digest of a refused address is a task, once for a day; old answers are dropped on the way', async () => {
    const caseNumber = await assigned();
    await actAt(caseNumber, 'a1/acknowledge:1:phone:1', 3);
    const em = city.orm.em.fork();
    await registerCase(city.as('operator', { idempotency: { key: 'old', digest: 'd' } }), REQUEST);
    await em.execute(`update idempotency set created_at = created_at - interval '8 days' where key = 'old'`);
    catcher.trouble({ refuse: ['supervisor@city.example'] });
    // 00:30 in Shanghai: the day before by UTC.
    const at = '2026-01-05T16:30:00.000Z';
    const { sent, nextAt } = await sendTaskDigests(delivering(), { at });
    await sendTaskDigests(delivering(), { at });
    expect([sent > 0, nextAt > at]).toEqual([true, true]);
    const tasks = await em.execute(`select key, status from task where stream = 'task-digest'`);
    expect(tasks).toEqual([{ key: 'refused:digest:2026-01-06:supervisor', status: 'open' }]);
    expect(await em.execute(`select key from idempotency where key = 'old'`)).toEqual([]);
    await forgetWhatIsOver(machine());
  });
});
