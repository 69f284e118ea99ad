import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Desk, openBrowser } from './desk.ts';
import { startSystem, type RunningSystem } from './running-system.ts';

const WALK = 120_000;

describe('a call that belongs to another', () => {
  let system: RunningSystem;
  let browser: Browser;
  let operator: Desk;
  beforeAll(async () => {
    system = await startSystem();
    browser = await openBrowser();
    operator = await Desk.open(browser, system.url);
    await operator.logIn('operator1');
  }, WALK);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, 60_000);

  /** Types a request, as far as the desk has it by now. */
  async function told(title: string, phone: string): Promise<void> {
    await operator.goTo('/register');
    await operator.page.getByLabel('来电号码').fill(phone);
    await operator.page.getByLabel('标题').fill(title);
    await operator.page.getByRole('textbox', { name: '内容' }).fill('福寿东路菜场门口路灯全部不亮，晚上很黑。');
    await operator.page.getByLabel('地点').fill('福寿东路菜场');
  }

  async function submitted(): Promise<string> {
    await operator.page.keyboard.press('Control+Enter');
    const done = await operator.page.getByText(/已登记，编号 \d+/).textContent();
    return /\d+/.exec(done ?? '')?.[0] ?? '';
  }

  it(
    'is seen for what it is while it is typed: the caller’s earlier cases, and open requests like it',
    async () => {
      await told('福寿东路菜场路灯不亮', '13751230001');
      await operator.sees('第一次来电');
      const first = await submitted();
      await told('菜场门口路灯坏了', '137 5123 0001');
      await operator.sees('未办结 1 件，共 1 件');
      await operator.sees('记为此件的追加来电');
      await operator.picture('register-similar');
      expect(await operator.barriers()).toEqual([]);

      const second = await submitted();
      await operator.goTo(`/cases/${second}`);
      await operator.press('并入此件');
      await operator.page.getByRole('dialog').getByRole('textbox', { name: '并案理由' }).fill('同一处路灯');
      await operator.page.getByRole('dialog').getByRole('button', { name: '并案' }).click();
      await operator.sees('办好了：并案');
      await operator.sees('已并入工单');
      await operator.goTo(`/cases/${first}`);
      await operator.sees('并入本件的工单');
      await operator.sees(`工单 ${second} 并入本件`);
      await operator.picture('merged-lead');
      expect(await operator.barriers()).toEqual([]);
    },
    WALK,
  );

  it(
    'shows where to go when it is declined, and the list of incidents says when there is none',
    async () => {
      await told('法院判决不执行', '13751230002');
      const declined = await submitted();
      await operator.goTo(`/cases/${declined}`);
      await operator.page.getByRole('button', { name: '更多' }).click();
      await operator.page.getByRole('menuitem', { name: '不予受理' }).click();
      await operator.choose('理由', '诉讼在程序中');
      await operator.sees('12368');
      await operator.goTo('/incidents');
      await operator.sees('现在没有突发集中诉求');
      expect(await operator.barriers()).toEqual([]);
      expect(operator.complaints).toEqual([]);
    },
    WALK,
  );

  it(
    'connects a caller in need to 119, and writes down who took him over and what came of it',
    async () => {
      await told('三楼冒烟，有人被困', '13751230003');
      const caseNumber = await submitted();
      await operator.goTo(`/cases/${caseNumber}`);
      await operator.page.getByRole('button', { name: '更多' }).click();
      await operator.page.getByRole('menuitem', { name: '转接、移交' }).click();
      const dialog = operator.page.getByRole('dialog');
      await dialog.getByText('119 消防').click();
      await dialog.getByRole('textbox', { name: '转接事由' }).fill('已三方通话转接');
      await operator.page.keyboard.press('Control+Enter');
      await operator.page.getByText('紧急转接', { exact: true }).waitFor();
      await operator.press('登记接收回执');
      await dialog.getByRole('textbox', { name: '对方接收人' }).fill('消防指挥中心 王警官');
      await operator.page.keyboard.press('Control+Enter');
      await operator.sees('已接收');
      const file = operator.page.locator('input[type=file]');
      await file.setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: await operator.page.screenshot() });
      await operator.page.getByRole('link', { name: '现场.png' }).waitFor();
      await operator.picture('emergency');
      expect(await operator.barriers()).toEqual([]);
    },
    WALK,
  );
});
