import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SEARCH_ATTRIBUTES } from '@hotline/contracts-process';
import {
  anyFreePort,
  createSuiteDatabase,
  startMailCatcher,
  startTemporalDevServer,
  type MailCatcher,
} from '@hotline/infra';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const BUILT = ['apps/api/dist/main.js', 'apps/worker/dist/workflow-bundle.js', 'apps/web/dist/index.html'];

/** The whole hotline as it is run: its own processes, a real database, Temporal and a mail server. */
export interface RunningSystem {
  /** Where the web is. */
  readonly url: string;
  readonly mail: MailCatcher;
  /** The words of the short messages that went out; without a gateway they are written to the log. */
  readonly shortMessages: readonly string[];
  stop(): Promise<void>;
}

/** Starts everything with the sown city, its knowledge base, and no calls in it. @throws Error when something was not built, or does not come up */
export async function startSystem(): Promise<RunningSystem> {
  const missing = BUILT.filter((file) => !existsSync(join(REPOSITORY, file)));
  if (missing.length > 0) throw new Error(`Not built: ${missing.join(', ')}. Run "npm run build" first.`);
  const [databaseUrl, temporal, mail, apiPort, metricsPort] = await Promise.all([
    createSuiteDatabase(),
    startTemporalDevServer({ searchAttributes: SEARCH_ATTRIBUTES }),
    startMailCatcher(),
    anyFreePort(),
    anyFreePort(),
  ]);
  const url = `http://localhost:${apiPort}`;
  const environment = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    SMTP_URL: mail.url,
    MAIL_FROM: '12345 <hotline@city.example>',
    PUBLIC_URL: url,
    LOG_LEVEL: 'info',
  };
  const children: ChildProcess[] = [];
  const shortMessages: string[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(ended));
    await Promise.all([temporal.stop(), mail.stop()]);
  };
  try {
    await startProcesses(environment, { apiPort, metricsPort, url }, children);
  } catch (error) {
    await stop();
    throw error;
  }
  for (const { stdout } of children)
    if (stdout) createInterface(stdout).on('line', (line) => shortMessages.push(...shortMessageIn(line)));
  return { url, mail, shortMessages, stop };
}

function shortMessageIn(line: string): string[] {
  if (!line.includes('"sms":')) return [];
  const { sms } = JSON.parse(line) as { sms?: { content: string } };
  return sms ? [sms.content] : [];
}

async function startProcesses(
  environment: Record<string, string>,
  { apiPort, metricsPort, url }: { apiPort: number; metricsPort: number; url: string },
  children: ChildProcess[],
): Promise<void> {
  await finished(run('apps/command/src/main.ts', ['seed', '--no-calls', '--knowledge'], environment));
  const worker = run('apps/worker/src/main.ts', [], {
    ...environment,
    METRICS_PORT: String(metricsPort),
    WORKFLOW_BUNDLE: join(REPOSITORY, 'apps/worker/dist/workflow-bundle.js'),
  });
  const api = run('apps/api/dist/main.js', [], {
    ...environment,
    API_PORT: String(apiPort),
    WEB_ROOT: join(REPOSITORY, 'apps/web/dist'),
    RELAY: 'inside',
  });
  children.push(worker, api);
  await Promise.all([answers(`${url}/readyz`, api), answers(`http://localhost:${metricsPort}/metrics`, worker)]);
}

function run(file: string, args: readonly string[], environment: Record<string, string>): ChildProcess {
  const env = { ...process.env, TZ: 'Asia/Shanghai', NODE_OPTIONS: '', ...environment };
  const child = spawn(process.execPath, [join(REPOSITORY, file), ...args], {
    cwd: REPOSITORY,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
}

async function finished(child: ChildProcess): Promise<void> {
  child.stdout?.resume();
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${child.spawnargs.slice(1).join(' ')} ended with ${code}`);
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (const until = performance.now() + 60_000; performance.now() < until; await pause(100)) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs[1]} ended with ${child.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`${url} did not answer within a minute`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await exit;
  clearTimeout(late);
}
