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

/** Registers a call at the phone desk and answers its number. */
async function register(desk: Desk, title: string): Promise<string> {
  await desk.goTo('/register');
  await desk.page.getByLabel('来电人').fill('陈大爷');
  await desk.page.getByLabel('来电号码').fill('13912345678');
  await desk.page.getByLabel('标题').fill(title);
  await desk.page.getByRole('textbox', { name: '内容' }).fill('宿舍楼前下水道堵了三天，污水漫到楼道。');
  await desk.choose('分类', '下水道堵塞');
  await desk.page.keyboard.press('Control+Enter');
  const done = await desk.page.getByText(/已登记，编号 \d+/).textContent();
  return /\d+/.exec(done ?? '')?.[0] ?? '';
}

describe('a case, from the call to its close', () => {
  let operator: Desk;
  let unit: Desk;
  let caseNumber: string;

  it(
    'is registered and assigned at once at the phone desk, and the unit gets a mail',
    async () => {
      operator = await Desk.open(browser, system.url);
      await operator.picture('log-in');
      expect(await operator.barriers()).toEqual([]);
      await operator.logIn('operator1');
      caseNumber = await register(operator, '职工宿舍下水道堵塞');

      await operator.press('立即交办');
      await operator.choose('单位', '市住房和城乡建设局');
      await operator.picture('assign');
      expect(await operator.barriers()).toEqual([]);
      await operator.page.keyboard.press('Control+Enter');
      await operator.sees('办好了：交办');
      await operator.press('打开工单');
      await operator.sees('待签收');
      await operator.sees('期限说明');

      await system.mail.waitFor(1, 30_000);
      const mail = system.mail.mails.find(({ recipients }) => recipients.includes('zhujian@units.rugao.example'));
      expect(mail?.subject).toContain(caseNumber);
      expect(mail?.text).toContain(`${system.url}/cases/${caseNumber}`);
    },
    WALK,
  );

  it(
    'is acknowledged by the unit, which the operator sees without doing anything',
    async () => {
      unit = await Desk.open(browser, system.url);
      await unit.logIn('zhujian');
      await unit.sees('职工宿舍下水道堵塞');
      await unit.picture('unit-desk');
      expect(await unit.barriers()).toEqual([]);
      await unit.page.getByRole('link', { name: caseNumber }).click();
      await unit.press('签收');
      await unit.page.getByRole('dialog').getByRole('button', { name: '签收' }).click();
      await unit.sees('办好了：签收');
      await operator.sees('市住房和城乡建设局签收');
    },
    WALK,
  );

  it(
    'is fed back, reviewed and called back, and closed',
    async () => {
      await unit.press('反馈');
      await unit.page.getByRole('radio', { name: '已解决' }).check();
      await unit.page.getByRole('textbox', { name: '办理结果' }).fill('已疏通主管道，并清运淤泥两车。');
      await unit.page.keyboard.press('Control+Enter');
      await unit.sees('办好了：反馈');

      await operator.press('审核反馈');
      await operator.page.getByRole('radio', { name: '通过' }).check();
      await operator.page.keyboard.press('Control+Enter');
      await operator.sees('审核通过');
      await operator.press('记录回访');
      for (const answer of ['联系过', '已解决', '满意']) {
        await operator.page.getByRole('radio', { name: answer, exact: true }).check();
      }
      await operator.page.keyboard.press('Control+Enter');
      await operator.sees('已办结归档');
      await operator.sees('归档：已解决');
      await operator.picture('closed');
      expect(await operator.barriers()).toEqual([]);
      expect([...operator.complaints, ...unit.complaints]).toEqual([]);
    },
    WALK,
  );
});

describe('two people at one case', () => {
  it(
    'shows the slower one what happened meanwhile, and keeps what he typed',
    async () => {
      const [first, second] = [await Desk.open(browser, system.url), await Desk.open(browser, system.url)];
      await Promise.all([first.logIn('operator1'), second.logIn('operator2')]);
      const caseNumber = await register(first, '路灯整条街不亮');
      await Promise.all([first.goTo(`/cases/${caseNumber}`), second.goTo(`/cases/${caseNumber}`)]);
      await second.press('交办');
      await second.choose('单位', '市城市管理局');
      const demand = second.page.getByRole('textbox', { name: '办理质量要求' });
      await demand.fill('两天内修好路灯。');

      await first.press('交办');
      await first.choose('单位', '市水务集团');
      await first.page.keyboard.press('Control+Enter');
      await first.sees('办好了：交办');

      await second.page.keyboard.press('Control+Enter');
      await second.sees('在您填写期间，别人改动了它');
      await second.sees('交办：市水务集团');
      await second.picture('changed-meanwhile');
      expect(await demand.inputValue()).toBe('两天内修好路灯。');
      await second.page.getByRole('radio', { name: '协办' }).check();
      await second.press('按最新内容再次提交');
      await second.sees('办好了：交办');
      await second.sees('市城市管理局');
    },
    WALK,
  );
});

describe('a line that breaks', () => {
  it(
    'keeps the form, sends it again by itself, and registers once',
    async () => {
      const desk = await Desk.open(browser, system.url);
      await desk.logIn('operator1');
      await desk.goTo('/register');
      await desk.page.getByLabel('标题').fill('公交站牌被撞倒');
      await desk.page.getByRole('textbox', { name: '内容' }).fill('大司马路站牌倒在路边。');
      await desk.choose('分类', '公交线路');
      // The API acts, but its answer is lost on the way: the next try goes under the same key.
      let lost = 0;
      await desk.page.route('**/api/v1/cases', async (route) => {
        if (route.request().method() !== 'POST' || lost > 0) return route.continue();
        lost += 1;
        await route.fetch();
        await route.abort('connectionreset');
      });
      await desk.page.keyboard.press('Control+Enter');
      await desk.sees('已登记，编号');
      expect(lost).toBe(1);
      await desk.goTo('/cases?q=公交站牌被撞倒');
      await desk.sees('公交站牌被撞倒');
      expect(await desk.page.getByRole('row').filter({ hasText: '公交站牌被撞倒' }).count()).toBe(1);

      await desk.offline(true);
      await desk.page.getByRole('checkbox', { name: '只看逾期' }).click();
      await desk.sees('网络不通，正在自动重连');
      await desk.offline(false);
      await desk.page.getByText('网络不通，正在自动重连').waitFor({ state: 'hidden' });
    },
    WALK,
  );
});

describe('a special report', () => {
  it(
    'lies in a folder until the deputy mayor opens it; a unit reports on its part of his instruction',
    async () => {
      const director = await Desk.open(browser, system.url);
      await director.logIn('director');
      const reports: string[] = [];
      for (const title of ['解放路管网老化', '建设新村供水管道']) {
        const caseNumber = await register(director, title);
        await director.change(`cases/${caseNumber}`, 'special-reports', { trouble: title });
        reports.push(`${caseNumber}-report-1`);
      }
      const [urgent = '', weekly = ''] = reports;
      await director.goTo(`/special-reports/${weekly}`);
      await director.press('呈报');
      await director.page.getByRole('radio', { name: '每周专报夹' }).check();
      await director.picture('submit-report');
      await director.page.keyboard.press('Control+Enter');
      await director.sees('待每周送达');
      await director.change(`special-reports/${urgent}`, 'submission', {});

      const deputy = await Desk.open(browser, system.url);
      await deputy.logIn('deputy-construction');
      await deputy.goTo('/special-reports');
      await deputy.sees('急件夹 1');
      await deputy.picture('deputy-folder');
      expect(await deputy.barriers()).toEqual([]);
      await deputy.page.getByText('每周专报夹 1').click();
      await deputy.sees('建设新村供水管道');
      await deputy.page.getByText('解放路管网老化').first().waitFor({ state: 'hidden' });
      await deputy.goTo(`/special-reports/${urgent}`);
      await deputy.sees('已阅，待批示');
      const dueAt = new Date(Date.now() + 9 * 86_400_000).toISOString();
      const parts = [{ unitId: 'zhujian', text: '更换主管', dueAt }];
      await deputy.change(`special-reports/${urgent}`, 'instruction', { text: '请住建局牵头', dueAt, parts });

      const unit = await Desk.open(browser, system.url);
      await unit.logIn('zhujian-head');
      await unit.goTo('/unit-desk');
      await unit.press('报告落实情况');
      await unit.page.getByRole('textbox', { name: '落实情况' }).fill('主管已全部更换');
      await unit.page.getByRole('radio', { name: '已落实，请审核' }).check();
      await unit.page.keyboard.press('Control+Enter');
      await unit.sees('已报落实，待审核');
      await unit.picture('unit-part');
      expect(await unit.barriers()).toEqual([]);

      await director.goTo(`/special-reports/${urgent}`);
      await director.sees('主管已全部更换');
      await director.press('审核落实情况');
      await director.page.getByRole('radio', { name: '通过' }).check();
      await director.page.keyboard.press('Control+Enter');
      await director.sees('完成于');
      await director.picture('report-parts');
      expect(await director.barriers()).toEqual([]);
      expect([director, deputy, unit].flatMap(({ complaints }) => complaints)).toEqual([]);
    },
    WALK,
  );
});

describe('the other desks', () => {
  it.each([
    ['director', ['/proposals', '/cases', '/tasks', '/special-reports', '/notices', '/register']],
    ['deputy-executive', ['/special-reports', '/meetings']],
    ['admin', ['/cases', '/no-such-page']],
  ])(
    'are without barriers and complaints for %s',
    async (username, paths) => {
      const desk = await Desk.open(browser, system.url);
      await desk.logIn(username);
      for (const path of paths) {
        await desk.goTo(path);
        await desk.page.locator('h1, .ant-result-title').first().waitFor();
        expect([path, await desk.barriers()]).toEqual([path, []]);
        await desk.picture(`${username}${path.replaceAll('/', '-')}`);
      }
      await desk.press('English');
      await desk.page.getByRole('navigation', { name: 'Menu' }).waitFor();
      expect(desk.complaints).toEqual([]);
    },
    WALK,
  );
});
