import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answerDirectly,
  closeCase,
  decideExtension,
  declineCase,
  deliverNotices,
  listNotices,
  listTasks,
  MACHINE_ACTOR,
  mergeCase,
  recordCall,
  registerCase,
  requestExtension,
} from '@hotline/application';
import { DEFAULT_POLICY } from '@hotline/domain';
import { NoticeEntity, PolicyEntity } from '@hotline/persistence';
import { Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const WANG = '13900001234';
const LI = '139 0000 5678';

describe('citizens are told by SMS', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  beforeEach(() => void whole.sms.splice(0));
  afterAll(() => whole.stop(), 60_000);

  /** What went out since the test began: to whom (masked), and the words. */
  const sent = () => whole.sms.map(({ to, content }) => `${to} ${content}`);
  const rows = (caseNumber: string) =>
    whole.city.orm.em.fork().find(NoticeEntity, { stream: caseNumber, channel: 'sms' }, { orderBy: { key: 'asc' } });

  it('at acceptance, transfer, extension and close, once each, while every history stays free of numbers', async () => {
    const caseNumber = await steps.registered({ callerPhone: WANG });
    await whole.drain();
    expect(sent()).toEqual([
      expect.stringMatching(new RegExp(`^\\*{4}1234 【如皋12345】您的诉求已受理，编号${caseNumber}。`)),
    ]);
    await steps.assign(caseNumber, ['water', 'housing']);
    await steps.acknowledge(caseNumber);
    await requestExtension(whole.city.as('water-handler'), {
      caseNumber,
      assignmentId: 'a1',
      workingDays: 1,
      reason: '管道老化，需要更换',
    });
    await decideExtension(whole.city.as('operator'), { caseNumber, assignmentId: 'a1', granted: true, text: '同意' });
    await whole.drain();
    await closeCase(whole.city.as('director'), { caseNumber, outcome: 'solved', text: '已解决' });
    await whole.drain();
    expect(sent().slice(1)).toEqual([
      expect.stringMatching(/已交由水务集团办理，将在.*前答复您。$/),
      expect.stringMatching(/水务集团的办理期限经批准延长至.*，请您谅解。$/),
      expect.stringMatching(/已办结：已解决。如有异议，请拨打12345。$/),
    ]);
    expect(await rows(caseNumber)).toMatchObject(
      ['accepted', 'transferred', 'extended', 'closed'].map((what) => ({
        kind: `citizen-${what}`,
        address: WANG,
        mail: 'sent',
        recipientId: null,
        words: expect.stringContaining(caseNumber),
      })),
    );
    expect(JSON.stringify(await whole.history(caseNumber))).not.toContain(WANG);
    // Nothing in the ledger names him either, and none of it is in anybody's own list.
    const [{ found } = { found: true }] = await whole.city.orm.em
      .fork()
      .execute<{ found: boolean }[]>('select bool_or(canonical like ?) as found from event', [`%${WANG}%`]);
    expect(found).toBe(false);
    const { items } = await listNotices(whole.city.as('director'), { limit: 100 });
    expect(items.filter(({ kind }) => String(kind).startsWith('citizen'))).toEqual([]);
  });

  it('not without a mobile number, and not of a training', async () => {
    const fixed = await steps.assigned(['water'], { callerPhone: '0513-87650009' });
    const { caseNumber } = await registerCase(whole.city.as('director'), {
      channel: 'phone-12345',
      title: '演练',
      text: '演练',
      kind: 'help',
      urgency: 'ordinary',
      callerPhone: WANG,
      training: true,
    });
    await whole.drain();
    expect([await rows(fixed), await rows(caseNumber), sent()]).toEqual([[], [], []]);
  });

  it('with nothing of the matter where the caller is hidden', async () => {
    for (const hidden of [{ kind: 'violation-report' as const }, { confidential: true }]) {
      whole.sms.splice(0);
      const caseNumber = await steps.assigned(['water'], { callerPhone: WANG, ...hidden });
      await closeCase(whole.city.as('director'), { caseNumber, outcome: 'solved', text: '已查处' });
      await whole.drain();
      expect(sent()).toEqual([
        `****1234 【如皋12345】您好，编号${caseNumber}已登记。如需了解情况，请拨打12345。`,
        `****1234 【如皋12345】您好，编号${caseNumber}正在办理。如需了解情况，请拨打12345。`,
        `****1234 【如皋12345】您好，编号${caseNumber}已有结果。如需了解情况，请拨打12345。`,
      ]);
      expect(await steps.view(caseNumber, 'mayor')).not.toHaveProperty('callerPhone');
    }
  });

  it('all callers of a merged case, each under his own number, and whoever called about it later', async () => {
    const lead = await steps.assigned(['water'], { callerPhone: '0513-87650009' });
    const merged = await steps.registered({ callerName: '李某', callerPhone: LI });
    await mergeCase(whole.city.as('operator'), { caseNumber: merged, leadCaseNumber: lead, text: '同一处停水' });
    await recordCall(whole.city.as('operator'), {
      caseNumber: lead,
      text: '还没有来水',
      callerName: '赵某',
      callerPhone: '13700007777',
    });
    await recordCall(whole.city.as('operator'), { caseNumber: lead, text: '又打来', callerPhone: '139-0000-5678' });
    await whole.drain();
    whole.sms.splice(0);
    await closeCase(whole.city.as('director'), { caseNumber: lead, outcome: 'solved', text: '已通水' });
    await whole.drain();
    expect(sent().toSorted()).toEqual([
      expect.stringMatching(new RegExp(`^\\*{4}5678 .*编号${merged}）已办结：已解决`)),
      expect.stringMatching(new RegExp(`^\\*{4}7777 .*编号${lead}）已办结：已解决`)),
    ]);
  });

  it('of the desk’s answer only where they wrote', async () => {
    const called = await steps.registered({ callerPhone: WANG });
    const wrote = await steps.registered({ callerPhone: WANG, channel: 'letter' });
    const foreign = await steps.registered({ callerPhone: WANG, channel: 'web' });
    await answerDirectly(whole.city.as('operator'), { caseNumber: called, text: '明早恢复' });
    await answerDirectly(whole.city.as('operator'), { caseNumber: wrote, text: '明早恢复' });
    await declineCase(whole.city.as('operator'), { caseNumber: foreign, reason: 'litigation', text: '请向法院反映' });
    await whole.drain();
    const kinds = async (caseNumber: string) => (await rows(caseNumber)).map(({ kind }) => kind);
    expect(await kinds(called)).toEqual(['citizen-accepted']);
    expect(await kinds(wrote)).toEqual(['citizen-accepted', 'citizen-closed']);
    expect(sent()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/已答复，凭编号/),
        expect.stringMatching(/不属于12345受理范围，理由和办理途径/),
      ]),
    );
  });

  it('what a gateway refuses is a task that shows no number', async () => {
    await whole.stopWorker();
    const caseNumber = await steps.registered({ callerPhone: WANG });
    const refusing = {
      name: 'sms' as const,
      send: async () => ({ result: 'refused' as const, reason: 'no such number' }),
      close: async () => {},
    };
    const context = {
      ...whole.city.as('operator', { actor: MACHINE_ACTOR }),
      delivery: {
        mail: refusing,
        sms: refusing,
        publicUrl: 'http://h.example',
        organiser: { name: '', address: 'a@b.example' },
      },
    };
    await deliverNotices(context, { stream: caseNumber });
    const { items } = await listTasks(whole.city.as('admin'), { caseNumber, limit: 10 });
    expect(items).toMatchObject([
      { kind: 'refused-address', detail: { notice: 'citizen-accepted', reason: 'no such number' } },
    ]);
    expect(JSON.stringify(items)).not.toContain(WANG);
    await whole.startWorker();
  });

  it('of what the policy says', async () => {
    const em = whole.city.orm.em.fork();
    const rules = { ...DEFAULT_POLICY, version: 7, citizenNotices: ['citizen-closed' as const] };
    await em.insert(PolicyEntity, { version: 7, rules, inForceSince: new Date('2020-01-02T00:00:00Z') });
    const caseNumber = await steps.assigned(['water'], { callerPhone: WANG });
    await closeCase(whole.city.as('director'), { caseNumber, outcome: 'partly', text: '已处理' });
    await whole.drain();
    expect((await rows(caseNumber)).map(({ kind }) => kind)).toEqual(['citizen-closed']);
  });
});
