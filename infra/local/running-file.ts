import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StartOptions } from './options.ts';
import type { Ports } from './ports.ts';

/** Where the parts of a running system are, as the commands of the house look it up. */
export interface RunningSystem {
  readonly url: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** The page of the built-in mail catcher; absent when mails go elsewhere. */
  readonly mailPage?: string;
}

const fileIn = (folder: string): string => join(folder, 'running.json');

/** Writes `running.json` into the data folder, so that commands find the ports that were chosen. */
export function writeRunningFile(options: StartOptions, ports: Ports, databaseUrl: string): void {
  const running: RunningSystem = {
    url: `http://localhost:${ports.api}`,
    databaseUrl,
    temporalAddress: options.temporalAddress ?? `127.0.0.1:${ports.temporal}`,
    temporalNamespace: options.temporalNamespace,
    ...(options.smtpUrl ? {} : { mailPage: `http://localhost:${ports.mailPage}` }),
  };
  writeFileSync(fileIn(options.data), JSON.stringify(running, undefined, 2), { mode: 0o600 });
}

/** Takes it away: what it says is no longer so. */
export function removeRunningFile(folder: string): void {
  rmSync(fileIn(folder), { force: true });
}
