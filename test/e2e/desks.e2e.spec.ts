import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Desk, openBrowser } from './desk.ts';
import { startSystem, type RunningSystem } from './running-system.ts';

const START = 120_000;
const WALK = 60_000;
const SECOND = 1_000;
const HOUR = 3_600_000;

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

const desks = new Map<string, Desk>();

/** Somebody's desk; he sits down once. */
async function deskOf(username: string): Promise<Desk> {
  const desk = desks.get(username) ?? (await Desk.open(browser, system.url));
  if (!desks.has(username)) await desk.logIn(username);
  desks.set(username, desk);
  return desk;
}

/** Writes something that no page writes here, as the person at the desk. */
async function post<Answer>({ page }: Desk, resource: string, data: object): Promise<Answer> {
  const headers = { 'idempotency-key': randomUUID() };
  const answer = await page.request.post(`${system.url}/api/v1/${resource}`, { data, headers });
  if (!answer.ok()) throw new Error(`${resource}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** By the clock of the city, as a page takes it. */
function inTwoDays(): string {
  return new Date(Date.now() + 56 * HOUR).toISOString().slice(0, 16).replace('T', ' ');
}

/** A case that a unit which is not online has by fax. */
async function faxedCase(operator: Desk): Promise<string> {
  const { caseNumber } = await post<{ caseNumber: string }>(operator, 'cases', {
    title: '楼道燃气表漏气',
    text: '三单元楼道燃气表附近有气味，请来检查。',
    kind: 'help',
  });
  const demands = { quality: '立即上门检查', feedback: '书面反馈' };
  await operator.change(`cases/${caseNumber}`, 'assignments', {
    units: [{ unitId: 'ranqi', role: 'lead' }],
    ...demands,
  });
  return caseNumber;
}

describe('the desks of the center', () => {
  it(
    'change the rules: one drafts and sees what would move, another puts it in force',
    async () => {
      const operator = await deskOf('operator1');
      const caseNumber = await faxedCase(operator);
      await operator.goTo(`/cases/${caseNumber}`);
      await operator.sees('传真交办单第 1 次：人工发送');
      await operator.picture('fax-sheet');
      expect(await operator.barriers()).toEqual([]);
      expect(operator.complaints).toEqual([]);

      const director = await deskOf('director');
      await director.goTo('/rules-changes');
      await director.sees('还没有规则变更');
      await director.press('起草政策');
      await director.page.getByRole('spinbutton', { name: '求助' }).fill('3');
      await director.page.getByRole('textbox', { name: '理由' }).fill('压缩求助类事项办理时限。');
      await director.picture('policy-draft');
      expect(await director.barriers()).toEqual([]);
      await director.page.keyboard.press('Control+Enter');
      await director.sees('5 工作日');
      await director.sees('草稿由您执笔，须由另一人');
      await director.press('影响预览');
      await director.page.getByRole('dialog').getByRole('button', { name: '影响预览' }).click();
      await director.sees('有变化 1 件');
      await director.page.getByRole('link', { name: caseNumber }).waitFor();
      await director.picture('rules-preview');
      expect(await director.barriers()).toEqual([]);
      expect(director.complaints).toEqual([]);

      const admin = await deskOf('admin');
      await admin.goTo('/rules-changes/rules-1');
      await admin.press('批准');
      await admin.page.getByRole('dialog').getByRole('textbox', { name: '理由' }).fill('经主任办公会研究同意。');
      await admin.page.keyboard.press('Control+Enter');
      await admin.page.locator('.ant-modal-confirm-btns').getByRole('button', { name: '批准' }).click();
      await admin.sees('批准为政策第');
      await admin.picture('rules-approved');
      await admin.goTo('/rules-changes');
      await admin.page
        .getByRole('link', { name: /办理时限与督办规则/ })
        .locator('..')
        .getByText('现行')
        .waitFor();
      expect(await admin.barriers()).toEqual([]);
      expect(admin.complaints).toEqual([]);
    },
    WALK,
  );

  it(
    'note who is away and who stands in, and that he is back',
    async () => {
      const supervisor = await deskOf('supervisor1');
      await supervisor.goTo('/absences');
      await supervisor.press('登记请假');
      await supervisor.choose('不在岗的人（不填为本人）', '叶初晨 · 话务员');
      await supervisor.choose('代班人', '顾听澜 · 话务员');
      await supervisor.page.getByRole('textbox', { name: '何时回岗' }).fill(inTwoDays());
      await supervisor.page.keyboard.press('Tab');
      await supervisor.page.keyboard.press('Control+Enter');
      await supervisor.sees('现在不在岗');
      await supervisor.sees('顾听澜');
      await supervisor.picture('absences');
      expect(await supervisor.barriers()).toEqual([]);
      await supervisor.press('提前回岗');
      await supervisor.page.getByRole('dialog').getByRole('button', { name: '提前回岗' }).click();
      await supervisor.sees('没有人请假');
      expect(supervisor.complaints).toEqual([]);
    },
    WALK,
  );

  it(
    'keep the standing circle, and say who follows another body’s invitation',
    async () => {
      const supervisor = await deskOf('supervisor1');
      await supervisor.goTo('/conferences');
      await supervisor.sees('市经济软环境监察中心');
      await supervisor.press('登记邀请');
      await supervisor.page.getByRole('textbox', { name: '邀请部门' }).fill('市信访局');
      await supervisor.page.getByRole('textbox', { name: '事由' }).fill('研究老旧小区供水信访积案');
      await supervisor.page.getByRole('textbox', { name: '地点' }).fill('信访局二楼会议室');
      await supervisor.page.getByRole('textbox', { name: '开会时间' }).fill(inTwoDays());
      await supervisor.page.keyboard.press('Tab');
      await supervisor.page.keyboard.press('Control+Enter');
      await supervisor.sees('市信访局：研究老旧小区供水信访积案');
      await supervisor.press('确定参加人');
      await supervisor.choose('参加人', '宋鉴明 · 督查');
      await supervisor.page.keyboard.press('Control+Enter');
      await supervisor.sees('拟参加');
      await supervisor.picture('conferences');
      expect(await supervisor.barriers()).toEqual([]);
      await supervisor.press('更改成员和例会日');
      await supervisor.page.getByRole('spinbutton', { name: '几点' }).fill('10');
      await supervisor.picture('circle');
      await supervisor.page.keyboard.press('Control+Enter');
      await supervisor.sees('周三 10:00');
      expect(supervisor.complaints).toEqual([]);
    },
    WALK,
  );

  it(
    'see calls, quality, supervision and the people of the house at a glance',
    async () => {
      const telephone = await deskOf('telephone');
      const at = (ago: number): string => new Date(Date.now() - ago * SECOND).toISOString();
      await post(telephone, 'calls', {
        callId: 'pbx-1',
        line: '12345',
        rangAt: at(90),
        endedAt: at(60),
        callerPhone: '13900001234',
      });
      await post(telephone, 'calls', {
        callId: 'pbx-2',
        line: '12345',
        rangAt: at(80),
        answeredAt: at(75),
        endedAt: at(30),
      });

      const director = await deskOf('director');
      const span = { from: at(60), until: at(-3600) };
      const powers = ['set-terms'];
      await post(director, 'delegations', { toUserId: 'supervisor1', powers, reason: '赴省开会', ...span });
      await post(director, 'shifts', { kind: 'day', leaderId: 'leader1', memberIds: ['operator1'], ...span });
      const visits: readonly (readonly [path: string, fact: string])[] = [
        ['/calls', '139****1234'],
        ['/calls?view=all', '5秒后接听'],
        ['/calls?view=figures', '50.0%'],
        ['/quality', '没有质检记录'],
        ['/quality?view=scores', '这段时间没有质检'],
        ['/supervision', '现在没有要督办的'],
        ['/delegations', '有效'],
        ['/shifts', '当班'],
      ];
      for (const [path, fact] of visits) await visit(director, path, fact);
      await director.page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '通知' }).click();
      await director.page.getByRole('heading', { name: '通知' }).waitFor();
      expect(director.complaints).toEqual([]);

      const head = await deskOf('zhujian-head');
      await visit(head, '/sub-desks', '设立岗位');
      expect(head.complaints).toEqual([]);
    },
    WALK,
  );
});

async function visit(desk: Desk, path: string, fact: string): Promise<void> {
  await desk.goTo(path);
  await desk.sees(fact);
  await desk.picture(path.replaceAll(/\W+/g, '-'));
  expect([path, await desk.barriers()]).toEqual([path, []]);
}
