import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';

describe('the web, as the API serves it', () => {
  let api: ApiUnderTest;
  let home: string;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'hotline-web-'));
    const webRoot = join(home, 'dist');
    mkdirSync(join(webRoot, 'assets'), { recursive: true });
    writeFileSync(join(home, 'secret.html'), 'not for you');
    writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>12345</title>');
    writeFileSync(join(webRoot, 'assets/app-1a2b3c.js'), 'export {};');
    writeFileSync(join(webRoot, '.hidden'), 'not for you');
    api = await startApiUnderTest({ webRoot });
  });
  afterAll(async () => {
    await api.close();
    rmSync(home, { recursive: true });
  });

  it('is one page at every place in it, never kept', async () => {
    for (const path of ['/', '/cases', '/cases/202601050042', '/cases/202601050042?tab=timeline', '/路径']) {
      const { status, headers, body } = await api.stranger.get<string>(path);
      expect([path, status, body]).toEqual([path, 200, expect.stringContaining('<title>12345</title>')]);
      expect(headers.get('content-type')).toMatch(/^text\/html/);
      expect(headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('keeps files whose names change with their content for a year', async () => {
    const { headers, body } = await api.stranger.get<string>('/assets/app-1a2b3c.js');
    expect(body).toBe('export {};');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-type')).toMatch(/javascript/);
  });

  it('has no file but its own, and no page for a missing one or for the API', async () => {
    for (const path of [
      '/assets/gone.js',
      '/favicon.ico',
      '/../secret.html',
      '/%2e%2e/secret.html',
      '/..%2fsecret.html',
      '/.hidden',
      '/api/v1/gone',
      '/api',
    ])
      expect([path, (await api.stranger.get(path)).status]).toEqual([path, 404]);
  });

  it('tells the browser what it may load, frame and guess', async () => {
    for (const path of ['/', '/assets/app-1a2b3c.js', '/api/v1/me', '/healthz', '/gone.js', '/%ff']) {
      const { headers } = await api.stranger.get(path);
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        expect.stringContaining("default-src 'self'"),
      ]);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await api.stranger.get('/api/v1/me')).headers.get('cache-control')).toBe('no-store');
  });

  it('tells a supervisor and Prometheus how it is', async () => {
    expect(await api.stranger.get('/healthz')).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(await api.stranger.get('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
    const { body } = await api.stranger.get<string>('/metrics');
    expect(body).toMatch(/hotline_api_request_seconds_count\{method="GET",route="\/healthz",status="200"\} \d+/);
  });
});
