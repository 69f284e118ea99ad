import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configurationOrExit, parseConfiguration } from '@hotline/configuration';
import { z } from 'zod';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where `npm start` puts things when their ports are free. */
const DEFAULTS = {
  DATABASE_URL: 'postgresql://hotline:hotline@127.0.0.1:15432/hotline',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  TEMPORAL_NAMESPACE: 'default',
};

const commandEnvironment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1),
});

/** Where the system is that a command works on. */
export interface CommandConfiguration {
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
}

/** What `npm start` says of itself while it runs, in its data folder. */
const runningSystem = z.object({
  databaseUrl: z.string(),
  temporalAddress: z.string(),
  temporalNamespace: z.string(),
});

/** Reads the environment; what it leaves out is where the running system says it is, else at the default ports. */
export function commandConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  dataFolder = join(REPOSITORY, '.data'),
): CommandConfiguration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const found = parseConfiguration(commandEnvironment, { ...DEFAULTS, ...runningIn(dataFolder), ...given });
  return {
    databaseUrl: found.DATABASE_URL,
    temporal: { address: found.TEMPORAL_ADDRESS, namespace: found.TEMPORAL_NAMESPACE },
  };
}

/** The configuration of this process, or its end with a sentence for what is wrong. */
export function configuration(): CommandConfiguration {
  return configurationOrExit((environment) => commandConfiguration(environment));
}

function runningIn(dataFolder: string): Partial<typeof DEFAULTS> {
  const running = runningSystem.safeParse(jsonIn(join(dataFolder, 'running.json')));
  if (!running.success) return {};
  const { databaseUrl, temporalAddress, temporalNamespace } = running.data;
  return { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: temporalNamespace };
}

/** Nothing where there is no file, or none that can be read: then nothing runs here. */
function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The folder a person was in when he called npm, against which he means his paths; npm itself runs at the root. */
export function callerFolder(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}
