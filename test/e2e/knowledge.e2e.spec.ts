import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Desk, openBrowser } from './desk.ts';
import { startSystem, type RunningSystem } from './running-system.ts';

const START = 120_000;
const WALK = 120_000;

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  system = await startSystem();
  browser = await openBrowser();
}, START);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
}, 60_000);

describe('the knowledge base in a browser', () => {
  it(
    'stands beside the call: the board of today, and an article whose answer is taken and named',
    async () => {
      const operator = await Desk.open(browser, system.url);
      await operator.logIn('operator1');
      await operator.goTo('/register');
      await operator.sees('计划停水：城南新村主管道检修');
      await operator.page.getByLabel('标题').fill('家里停水了');
      await operator.page.getByRole('textbox', { name: '内容' }).fill('城南新村，家里停水，什么时候来？');
      await operator.choose('分类', '供水');
      await operator.page.keyboard.press('Control+Enter');
      await operator.page.getByText(/已登记，编号 \d+/).waitFor();
      await operator.press('当场答复');
      await operator.page.getByRole('link', { name: '停水了怎么办' }).first().waitFor();
      await operator.page.getByRole('button', { name: '取用' }).first().click();
      await operator.sees('第 1 版');
      expect(await operator.page.getByRole('textbox', { name: '答复内容' }).inputValue()).toContain('只有一户没有水');
      await operator.picture('answer-from-knowledge');
      expect(await operator.barriers()).toEqual([]);
      await operator.page.keyboard.press('Control+Enter');
      await operator.sees('办好了：当场答复');
      await operator.press('打开工单');
      await operator.page.getByRole('link', { name: /知识条目 \d+ 第 1 版/ }).click();
      await operator.sees('答复 1 次');
      await operator.picture('article');
      expect(await operator.barriers()).toEqual([]);
      expect(operator.complaints).toEqual([]);
    },
    WALK,
  );

  it(
    'is searched by two characters, and what waits for its review is published by another',
    async () => {
      const supervisor = await Desk.open(browser, system.url);
      await supervisor.logIn('supervisor1');
      await supervisor.goTo('/knowledge?q=水价');
      await supervisor.sees('居民生活用水怎样计价');
      await supervisor.picture('knowledge');
      expect(await supervisor.barriers()).toEqual([]);
      await supervisor.goTo('/knowledge?status=in-review');
      await supervisor.page.getByRole('link', { name: '房屋漏水由谁维修' }).click();
      await supervisor.press('审核条目');
      await supervisor.page.getByText('通过', { exact: true }).click();
      await supervisor.page.keyboard.press('Control+Enter');
      await supervisor.sees('办好了：审核条目');
      await supervisor.sees('审核通过，发布第 1 版');
      await supervisor.goTo('/board');
      await supervisor.sees('统一口径：部分小区自来水发黄');
      await supervisor.picture('board');
      expect(await supervisor.barriers()).toEqual([]);
      expect(supervisor.complaints).toEqual([]);
    },
    WALK,
  );
});
