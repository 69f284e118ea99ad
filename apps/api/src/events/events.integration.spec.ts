import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';
import type { Caller } from '../testing/caller.ts';

interface Heard {
  readonly event: string;
  readonly content: { readonly caseNumber?: string; readonly stream?: string };
}

describe('the stream of changes', () => {
  let api: ApiUnderTest;
  let operator: Caller;
  let open: AbortController[] = [];

  beforeAll(async () => {
    api = await startApiUnderTest();
    operator = await api.as('operator');
  });
  afterEach(() => {
    for (const one of open) one.abort();
    open = [];
  });
  afterAll(() => api.close());

  /** Follows as a browser does, with its cookie. */
  async function follow(
    username: string,
  ): Promise<{ heard: Heard[]; until(met: (heard: Heard[]) => boolean): Promise<void>; ended: Promise<void> }> {
    const { headers } = await api.stranger.post('session', { username, password: api.password });
    const ending = new AbortController();
    open.push(ending);
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const answer = await fetch(`${api.url}/api/v1/events`, { headers: { cookie }, signal: ending.signal });
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const heard: Heard[] = [];
    let changed: () => void = () => undefined;
    const read = async (): Promise<void> => {
      let text = '';
      for await (const bytes of answer.body ?? []) {
        text += Buffer.from(bytes).toString();
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const event = /^event: (.*)$/m.exec(block)?.[1];
          const content = /^data: (.*)$/m.exec(block)?.[1];
          if (event && content) heard.push({ event, content: JSON.parse(content) as Heard['content'] });
        }
        changed();
      }
    };
    const ended = read().catch(() => undefined);
    return {
      heard,
      ended,
      async until(met) {
        while (!met(heard)) await new Promise<void>((resolve) => (changed = resolve));
      },
    };
  }

  const tells = (caseNumber: string) => (heard: Heard[]) =>
    heard.some(({ event, content }) => event === 'change' && content.caseNumber === caseNumber);

  it('tells each person of the cases he may see, and of no other', async () => {
    const center = await follow('supervisor');
    const water = await follow('water-handler');
    const power = await follow('power-handler');
    for (const one of [center, water, power]) await one.until((heard) => heard.some(({ event }) => event === 'ready'));
    const waters = await operator.registerAndAssign('water');
    const powers = await operator.registerAndAssign('power');
    await center.until((heard) => tells(waters.caseNumber)(heard) && tells(powers.caseNumber)(heard));
    await water.until(tells(waters.caseNumber));
    await power.until(tells(powers.caseNumber));
    expect(tells(powers.caseNumber)(water.heard)).toBe(false);
    expect(tells(waters.caseNumber)(power.heard)).toBe(false);
    expect(JSON.stringify(center.heard)).not.toContain('下水道');
  });

  it('says that something may have been missed when its own connection was lost', async () => {
    const center = await follow('supervisor');
    await center.until((heard) => heard.length > 0);
    await api.parts.orm.em
      .fork()
      .execute(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hotline-ledger'`);
    await center.until((heard) => heard.some(({ event }) => event === 'missed'));
    const { caseNumber } = await operator.register();
    await center.until(tells(caseNumber));
    expect(center.heard.map(({ event }) => event)).toEqual(['ready', 'missed', 'change']);
  });

  it('counts who follows, and forgets who leaves', async () => {
    const opened = async (): Promise<number> => {
      const text = (await api.stranger.get<string>('/metrics')).body;
      return Number(/^hotline_api_open_event_streams (\d+)$/m.exec(text)?.[1]);
    };
    await follow('director');
    expect(await opened()).toBeGreaterThanOrEqual(1);
    for (const one of open) one.abort();
    while ((await opened()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('ends at once when the API ends, so that nothing keeps it open', async () => {
    const other = await startApiUnderTest();
    const { headers } = await other.stranger.post('session', { username: 'operator', password: other.password });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const answer = await fetch(`${other.url}/api/v1/events`, { headers: { cookie } });
    const all = answer.text();
    const start = performance.now();
    await other.close();
    expect(await all).toContain('event: ready');
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
