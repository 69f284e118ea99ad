import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '@hotline/infra';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Where pictures of the pages go, when somebody wants them. */
const PICTURES = process.env['E2E_SCREENSHOTS'];
/** As much of a page as is looked at from within it. */
interface PageWithin {
  readonly document: {
    getAnimations(): { playState: string; effect: { getTiming(): { iterations?: number } } | null }[];
    querySelector(selector: string): unknown;
  };
}

/** Runs in the page. An animation without end, of something that waits, does not count. */
const isStill = (): boolean =>
  (globalThis as unknown as PageWithin).document
    .getAnimations()
    .every(({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity);
const hasNoMessage = (): boolean =>
  !(globalThis as unknown as PageWithin).document.querySelector('.ant-message-notice');

const PASSWORD = 'youshi-12345';

/** Starts a real browser; screenshots go to the folder E2E_SCREENSHOTS when that is set. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: FLAGS });
}

/** One person at a browser of his own, with everything that browser complained of. */
export class Desk {
  readonly page: Page;
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;
  readonly #url: string;

  private constructor(context: BrowserContext, page: Page, url: string) {
    this.#context = context;
    this.#url = url;
    this.page = page;
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (said) => {
      // Asking who is logged in answers 401 before the log-in: the browser itself notes that.
      const beforeLogIn = said.location().url.endsWith('/api/v1/me');
      if (said.type() === 'error' && !beforeLogIn) this.complaints.push(`${said.text()} ${said.location().url}`);
    });
  }

  /** A new browser window of a Chinese user who sits in another zone of time, at the door. */
  static async open(browser: Browser, url: string): Promise<Desk> {
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'America/New_York',
      viewport: { width: 1280, height: 800 },
    });
    const desk = new Desk(context, await context.newPage(), url);
    await desk.page.goto(url);
    return desk;
  }

  async logIn(username: string): Promise<void> {
    await this.page.getByLabel('用户名').fill(username);
    await this.page.getByLabel('密码').fill(PASSWORD);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('navigation', { name: '菜单' }).waitFor();
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.#url}${path}`);
  }

  /** A button that was waiting a moment ago may still be called so. */
  async press(name: string): Promise<void> {
    await this.#orPicture(name, this.page.getByRole('button', { name: new RegExp(`^(?:loading )?${name}$`) }).click());
  }

  /** Chooses from a list that opens, by the words of the choice. */
  async choose(label: string, choice: string): Promise<void> {
    const box = this.page.getByRole('combobox', { name: label });
    const list = this.page.locator('.ant-select-dropdown:visible');
    await this.#atRest();
    await box.click();
    await box.fill(choice);
    await list
      .locator('.ant-select-item-option-content, .ant-select-tree-title')
      .getByText(choice, { exact: true })
      .waitFor();
    await this.#atRest();
    await list
      .locator('.ant-select-item-option-content, .ant-select-tree-title')
      .getByText(choice, { exact: true })
      .click();
    await list.waitFor({ state: 'hidden' });
  }

  /** Waits until words stand on the page. */
  async sees(words: string): Promise<void> {
    await this.#orPicture(words, this.page.getByText(words).first().waitFor());
  }

  /** Does something to what stands at an address of the API, as it stands now, without the pages. @throws Error when it is refused */
  async change(resource: string, action: string, body: object): Promise<void> {
    const at = `${this.#url}/api/v1/${resource}`;
    const { request } = this.page;
    const { etag = '' } = (await request.get(at)).headers();
    const headers = { 'if-match': etag, 'idempotency-key': randomUUID() };
    const answer = await request.post(`${at}/${action}`, { data: body, headers });
    if (!answer.ok()) throw new Error(`${action}: ${answer.status()} ${await answer.text()}`);
  }

  async offline(isOffline: boolean): Promise<void> {
    await this.#context.setOffline(isOffline);
  }

  /** Until nothing on the page moves or fades any more. */
  async #atRest(): Promise<void> {
    await this.page.waitForFunction(isStill);
  }

  /** What was waited for in vain is seen in a picture of what was there instead. */
  async #orPicture(wanted: string, waiting: Promise<void>): Promise<void> {
    try {
      await waiting;
    } catch (error) {
      await this.picture(`missing ${wanted}`);
      throw error;
    }
  }

  async picture(name: string): Promise<void> {
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  /** What axe-core finds serious or critical on the page as it stands: the rule and where. */
  async barriers(): Promise<string[]> {
    await this.page.waitForFunction(hasNoMessage);
    await this.#atRest();
    await this.page.evaluate(AXE);
    const { violations } = await this.page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
      );
  }
}
