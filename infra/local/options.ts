import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What a person wishes of `npm start` or `npm run cluster`. */
export interface StartOptions {
  /** Absolute path of the folder that holds everything that lasts. */
  readonly data: string;
  /** An empty database is seeded with the policy whose working day lasts seconds. */
  readonly fast: boolean;
  /** The production Temporal server on PostgreSQL, instead of its development form. */
  readonly cluster: boolean;
  /** Servers from elsewhere; undefined: the built-in one is started. */
  readonly databaseUrl: string | undefined;
  readonly temporalAddress: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly temporalNamespace: string;
}

export const USAGE = `npm start | npm run cluster [-- --fast] [--data 目录 FOLDER]

  --fast         空数据库使用演示规则：一个工作日只有几秒
                 seed an empty database with the demo policy: a working day lasts seconds
  --data FOLDER  数据目录（默认 .data）  where the data are kept (default .data)

  DATABASE_URL, TEMPORAL_ADDRESS, SMTP_URL 取代自带的服务  replace the built-in servers one by one`;

/**
 * Reads the command line and the environment.
 *
 * @param repository the folder against which the default data folder is meant
 * @throws TypeError naming an option that does not exist
 */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv, repository: string): StartOptions {
  const { values } = parseArgs({
    args,
    options: { fast: { type: 'boolean' }, cluster: { type: 'boolean' }, data: { type: 'string' } },
  });
  return {
    data:
      values.data === undefined ? resolve(repository, '.data') : resolve(environment['INIT_CWD'] ?? '.', values.data),
    fast: values.fast ?? false,
    cluster: values.cluster ?? false,
    databaseUrl: environment['DATABASE_URL'] || undefined,
    temporalAddress: environment['TEMPORAL_ADDRESS'] || undefined,
    smtpUrl: environment['SMTP_URL'] || undefined,
    temporalNamespace: environment['TEMPORAL_NAMESPACE'] || 'default',
  };
}
