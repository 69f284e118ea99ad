import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addressTable, type DemoLogIn } from './address-table.ts';
import { lockInstance } from './instance-lock.ts';
import { readOptions, USAGE, type StartOptions } from './options.ts';
import { choosePorts } from './ports.ts';
import { REPOSITORY } from './repository.ts';
import { removeRunningFile, writeRunningFile } from './running-file.ts';
import { CannotRun, say } from './saying.ts';
import { LocalSystem } from './system.ts';

const stop = new AbortController();
let system: LocalSystem | undefined;

process.exitCode = await main();
process.exit();

async function main(): Promise<number> {
  const began = performance.now();
  listenToPerson();
  let options: StartOptions;
  try {
    options = readOptions(process.argv.slice(2), process.env, REPOSITORY);
  } catch (error) {
    console.log(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  try {
    const lock = await lockInstance(options.data);
    try {
      return await run(options, lock, began);
    } finally {
      removeRunningFile(options.data);
      await system?.stop();
      lock.release();
    }
  } catch (error) {
    return failed(error);
  }
}

async function run(
  options: StartOptions,
  lock: Awaited<ReturnType<typeof lockInstance>>,
  began: number,
): Promise<number> {
  say('正在启动，随时可按 Ctrl-C 停止', 'starting; Ctrl-C stops everything at any moment');
  try {
    const ports = await choosePorts(options);
    lock.setAddress(`http://localhost:${ports.api}`);
    system = new LocalSystem(options, ports, lock, stop.signal, (reason) => stop.abort(reason));
    await system.start();
    writeRunningFile(options, ports, system.databaseUrl);
    console.log(addressTable(options, ports, system.databaseUrl, await demoLogIns()));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(
      `已就绪（${seconds} 秒），数据在 ${options.data}，按 Ctrl-C 停止`,
      `ready after ${seconds} s; Ctrl-C stops it, the data stay`,
    );
    if (!stop.signal.aborted) await once(stop.signal, 'abort');
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  }
  if (stop.signal.reason instanceof CannotRun) throw stop.signal.reason;
  await system?.stop();
  say('已全部停止', 'everything is stopped');
  return 0;
}

/** The first Ctrl-C (or the end of the program that started this one) stops cleanly, the second at once. */
function listenToPerson(): void {
  const end = (): void => {
    if (stop.signal.aborted) {
      say('立即终止', 'ending at once');
      system?.kill();
      process.exit(130);
    }
    say('\n正在停止，再按一次 Ctrl-C 立即终止', 'stopping; Ctrl-C again ends it at once');
    stop.abort(new Error('stopped by a person'));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', () => !stop.signal.aborted && end());
  process.channel?.unref();
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.on('uncaughtException', (error) => {
    console.error(error);
    stop.abort(new CannotRun('程序出错，系统停止。', `A fault in the supervisor: ${error.message}`, { cause: error }));
  });
}

function failed(error: unknown): number {
  if (error instanceof CannotRun) {
    say(`✗ ${error.chinese}`, `\n  ${error.message}`);
  } else {
    console.error(error);
  }
  return 1;
}

async function demoLogIns(): Promise<readonly DemoLogIn[]> {
  const file = join(REPOSITORY, 'apps/command/src/seed/demo-logins.ts');
  if (!existsSync(file)) return [];
  const { DEMO_LOGINS } = (await import(pathToFileURL(file).href)) as { DEMO_LOGINS: readonly DemoLogIn[] };
  return DEMO_LOGINS;
}
