import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { execute } from '../postgres/cluster.ts';
import type { ClusterPlace } from './place.ts';
import { databaseBeside, PLUGIN, postgresServerOf } from './postgres-server.ts';

const run = promisify(execFile);
const NEWEST = 'postgresql/v12';

/**
 * Brings the cluster's two databases to the schema of its release by Temporal's own tool, which carries it inside; they
 * are made when they are not there. A making that was interrupted leaves nothing that could be taken for a database.
 *
 * @param tool the path of temporal-sql-tool
 * @throws Error with the end of what the tool said
 */
export async function updateClusterSchema(tool: string, place: ClusterPlace, signal?: AbortSignal): Promise<void> {
  for (const [name, kind] of [
    [place.databases.store, 'temporal'],
    [place.databases.visibility, 'visibility'],
  ] as const) {
    const schema = new SchemaTool(tool, place.postgres, `${NEWEST}/${kind}`, signal);
    if (await exists(place.postgres, name)) await schema.update(name);
    else await make(place.postgres, name, schema);
  }
}

/** Deletes the two databases; who is still connected is put out. */
export async function dropClusterDatabases({ postgres, databases }: ClusterPlace): Promise<void> {
  for (const name of Object.values(databases)) await drop(postgres, name);
}

class SchemaTool {
  readonly #tool: string;
  readonly #postgres: string;
  readonly #schema: string;
  readonly #signal: AbortSignal | undefined;

  constructor(tool: string, postgres: string, schema: string, signal: AbortSignal | undefined) {
    this.#tool = tool;
    this.#postgres = postgres;
    this.#schema = schema;
    this.#signal = signal;
  }

  async setUp(database: string): Promise<void> {
    await this.#run(database, ['setup-schema', '--version', '0.0']);
    await this.update(database);
  }

  update(database: string): Promise<void> {
    return this.#run(database, ['update-schema', '--schema-name', this.#schema]);
  }

  async #run(database: string, args: string[]): Promise<void> {
    const { host, port, user, password, encrypted } = postgresServerOf(this.#postgres);
    const env = {
      PATH: process.env['PATH'],
      SQL_HOST: host,
      SQL_PORT: port,
      SQL_USER: user,
      SQL_PASSWORD: password,
      SQL_DATABASE: database,
      SQL_PLUGIN: PLUGIN,
      ...(encrypted ? { SQL_TLS: 'true', SQL_TLS_DISABLE_HOST_VERIFICATION: 'true' } : {}),
    };
    try {
      await run(this.#tool, args, { env, ...(this.#signal ? { signal: this.#signal } : {}) });
    } catch (cause) {
      this.#signal?.throwIfAborted();
      const { stdout = '', stderr = '' } = cause as { stdout?: string; stderr?: string };
      const said = `${stdout}${stderr}`.trim().split('\n').slice(-5).join('\n');
      throw new Error(`temporal-sql-tool ${args[0]} failed on the database ${database}:\n${said}`, { cause });
    }
  }
}

async function make(postgres: string, name: string, schema: SchemaTool): Promise<void> {
  const making = `${name}_making`;
  await drop(postgres, making);
  await execute(administrative(postgres), `create database "${making}"`);
  await schema.setUp(making);
  // The version that the tool has noted is found by the database's name.
  await execute(databaseBeside(postgres, making), `update schema_version set db_name = '${name}'`);
  await execute(administrative(postgres), `alter database "${making}" rename to "${name}"`);
}

async function exists(postgres: string, name: string): Promise<boolean> {
  const found = await execute(administrative(postgres), `select 1 from pg_database where datname = '${name}'`);
  return found.rowCount !== 0;
}

async function drop(postgres: string, name: string): Promise<void> {
  await execute(administrative(postgres), `drop database if exists "${name}" with (force)`);
}

/** Databases are made and renamed from outside of them. */
function administrative(postgres: string): string {
  return databaseBeside(postgres, 'postgres');
}
