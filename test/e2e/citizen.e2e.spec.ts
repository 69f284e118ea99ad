import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Desk, openBrowser } from './desk.ts';
import { startSystem, type RunningSystem } from './running-system.ts';

const WALK = 120_000;
const PHONE = '13751239876';

describe('a citizen without an account', () => {
  let system: RunningSystem;
  let browser: Browser;
  let citizen: Desk;
  let caseNumber = '';
  beforeAll(async () => {
    system = await startSystem();
    browser = await openBrowser();
    citizen = await Desk.open(browser, system.url);
    await citizen.page.setViewportSize({ width: 390, height: 844 });
  }, WALK);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, 60_000);

  /** What the first group of the pattern is in the short message that matches it, once one more than before has come. */
  async function fromMessage(pattern: RegExp, act: () => Promise<void>): Promise<string> {
    const matching = (): string[] => system.shortMessages.flatMap((words) => pattern.exec(words)?.[1] ?? []);
    const before = matching().length;
    await act();
    for (let turn = 0; turn < 300 && matching().length === before; turn++) await pause(100);
    return matching().at(-1) ?? '';
  }
  const codeAfter = (act: () => Promise<void>): Promise<string> => fromMessage(/验证码(\d{6})/, act);

  it(
    'brings a request with a picture, and what he typed outlives a wrong code',
    async () => {
      await citizen.goTo('/citizen');
      await citizen.picture('citizen-home');
      expect(await citizen.barriers()).toEqual([]);
      await citizen.page.getByRole('link', { name: /^提交诉求/ }).click();
      await citizen.page.getByLabel('手机号').fill('137');
      await citizen.press('发送验证码');
      await citizen.sees('请填写能收短信的手机号');
      await citizen.page.getByLabel('手机号').fill(PHONE);
      const code = await codeAfter(() => citizen.press('发送验证码'));

      await citizen.page.getByLabel('短信验证码').fill(code === '000000' ? '000001' : '000000');
      await citizen.page.getByRole('textbox', { name: '姓名' }).fill('王某');
      await citizen.page.getByRole('textbox', { name: '内容' }).fill('桃园小区三号楼路灯不亮，晚上出行不便。');
      await citizen.page.getByLabel('地点').fill('桃园小区三号楼');
      await citizen.press('提交');
      await citizen.sees('citizen.wrong-code');
      await citizen.picture('citizen-request');
      expect(await citizen.barriers()).toEqual([]);
      await citizen.page.getByLabel('短信验证码').fill(code);
      await citizen.press('提交');
      const done = await citizen.page.getByText(/已登记，编号 \d+/).textContent();
      caseNumber = /\d+/.exec(done ?? '')?.[0] ?? '';

      const picture = await citizen.page.screenshot();
      const file = citizen.page.locator('input[type=file]');
      await file.setInputFiles({ name: '路灯.png', mimeType: 'image/png', buffer: picture });
      await citizen.sees('路灯.png：已添加');
      await file.setInputFiles({ name: '假的.png', mimeType: 'image/png', buffer: Buffer.from('<script>') });
      await citizen.sees('假的.png：');
      await citizen.picture('citizen-brought');
      expect(await citizen.barriers()).toEqual([]);
    },
    WALK,
  );

  it(
    'sees by number, end of the phone and code where his case stands',
    async () => {
      await citizen.goTo('/citizen/status');
      await citizen.page.getByLabel('受理编号').fill(caseNumber);
      await citizen.page.getByLabel('登记手机号后四位').fill(PHONE.slice(-4));
      const code = await codeAfter(() => citizen.press('发送验证码'));
      await citizen.page.getByLabel('短信验证码').fill(code);
      await citizen.press('查看');
      await citizen.sees('桃园小区三号楼路灯不亮');
      await citizen.sees('还没有答复');
      await citizen.picture('citizen-status');
      expect(await citizen.barriers()).toEqual([]);
    },
    WALK,
  );

  it(
    'answers by the link of a short message how it went, once',
    async () => {
      const [operator, unit] = await Promise.all([Desk.open(browser, system.url), Desk.open(browser, system.url)]);
      await operator.logIn('operator1');
      await unit.logIn('zhujian');
      const resource = `cases/${caseNumber}`;
      const units = [{ unitId: 'zhujian', role: 'lead' }];
      await operator.change(resource, 'assignments', { units, quality: '修好路灯', feedback: '先答复市民' });
      await unit.change(resource, 'assignments/a1/acknowledgement', {});
      const said = { text: '灯已修好', contactedAt: new Date().toISOString(), contactMethod: 'phone' };
      await unit.change(resource, 'assignments/a1/feedback', { ...said, outcome: 'solved' });
      await operator.change(resource, 'assignments/a1/review', { accepted: true });
      const link = await fromMessage(/(https?:\/\/\S+\/callback#[\w-]{43})/, () =>
        operator.change(resource, 'callback-invitation', {}),
      );

      await citizen.page.goto(link);
      await citizen.sees(`编号 ${caseNumber} 已经办结`);
      await citizen.press('提交回答');
      await citizen.sees('必须填写');
      for (const [asked, answer] of [
        ['承办单位联系过您吗', '是'],
        ['问题解决了吗', '是'],
        ['您对办理满意吗', '满意'],
      ] as const)
        await citizen.page.getByRole('radiogroup', { name: asked }).getByText(answer, { exact: true }).click();
      await citizen.picture('citizen-callback');
      expect(await citizen.barriers()).toEqual([]);
      await citizen.press('提交回答');
      await citizen.sees('您的回答已收到');
      await citizen.page.reload();
      await citizen.sees('callback.wrong-link');
      await operator.goTo(`/cases/${caseNumber}`);
      await operator.sees('已办结归档');
    },
    WALK,
  );
});
