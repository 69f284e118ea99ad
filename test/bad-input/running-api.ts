import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { databaseClock } from '@hotline/application';
import { anyFreePort } from '@hotline/infra';
import { PASSWORD, sowSmallCity, type Person, type SmallCity } from '../integration/small-city.ts';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const API = join(REPOSITORY, 'apps/api/dist/main.js');
const MOST_LOG = 20_000;
const PEOPLE: readonly Person[] = [
  'operator',
  'leader',
  'supervisor',
  'director',
  'deputy',
  'mayor',
  'admin',
  'telephone',
  'water-handler',
  'water-head',
  'housing-handler',
  'housing-head',
];

/** The built API in a process of its own, over a real database with a small city in it. */
export interface RunningApi {
  readonly url: string;
  readonly city: SmallCity;
  /** Everybody who can log in. */
  readonly people: readonly Person[];
  /** The session of a person, begun at the first time of asking. */
  tokenOf: (person: Person) => Promise<string>;
  /** What the API wrote last: its faults are there. */
  log: () => string;
  stop(): Promise<void>;
}

/**
 * Starts the API as it is run, but without its relay, so that what a request wrote stays to be looked at.
 *
 * @param databaseUrl a migrated database; by default one of the suite
 */
export async function startRunningApi(databaseUrl?: string): Promise<RunningApi> {
  if (!existsSync(API)) throw new Error('The API is not built. Run "npm run build" first.');
  const city = await sowSmallCity(databaseClock, undefined, databaseUrl);
  const port = await anyFreePort();
  const url = `http://127.0.0.1:${port}`;
  const webRoot = mkdtempSync(join(tmpdir(), 'hotline-web-'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>12345</title>');
  let log = '';
  const child = spawn(process.execPath, [API], {
    cwd: REPOSITORY,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      TZ: 'Asia/Shanghai',
      DATABASE_URL: city.databaseUrl,
      API_HOST: '127.0.0.1',
      API_PORT: String(port),
      PUBLIC_URL: url,
      RELAY: 'off',
      LOG_LEVEL: 'error',
      WEB_ROOT: webRoot,
      TRAINING: 'on',
      // A caller behind a proxy can forge an address, so it is bad input as well.
      TRUST_PROXY: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (log = (log + bytes.toString()).slice(-MOST_LOG)));
  process.once('exit', () => child.kill('SIGKILL'));
  const tokens = new Map<Person, Promise<string>>();
  const api: RunningApi = {
    url,
    city,
    people: PEOPLE,
    tokenOf(person) {
      const token = tokens.get(person) ?? logIn(url, person);
      tokens.set(person, token);
      return token;
    },
    log: () => log,
    async stop() {
      await ended(child);
      await city.close();
      rmSync(webRoot, { recursive: true });
    },
  };
  await ready(child, api);
  return api;
}

/** A session of its own for a person. */
export async function logIn(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD, mode: 'bearer' }),
  });
  if (answer.status !== 201) throw new Error(`${username} could not log in: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { token: string }).token;
}

async function ready(child: ChildProcess, { url, log }: RunningApi): Promise<void> {
  for (const until = performance.now() + 60_000; performance.now() < until; await pause(50)) {
    if (child.exitCode !== null) throw new Error(`The API ended with ${child.exitCode}:\n${log()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  child.kill('SIGKILL');
  throw new Error(`The API did not answer within a minute:\n${log()}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await exit;
  clearTimeout(late);
}
