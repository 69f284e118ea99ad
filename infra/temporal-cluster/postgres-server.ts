/** How a program of Temporal is told of a PostgreSQL server. */
export interface PostgresServer {
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly password: string;
  /** Whether the address asks for an encrypted connection (`sslmode`). */
  readonly encrypted: boolean;
}

/** The PostgreSQL plugin of Temporal: pgx, for every PostgreSQL from 12 on. */
export const PLUGIN = 'postgres12_pgx';

/** Takes the address of a database apart. */
export function postgresServerOf(url: string): PostgresServer {
  const { hostname, port, username, password, searchParams } = new URL(url);
  const mode = searchParams.get('sslmode') ?? 'disable';
  return {
    host: hostname,
    port: port || '5432',
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    encrypted: mode !== 'disable',
  };
}

/** The address of another database of the same server. */
export function databaseBeside(url: string, name: string): string {
  const beside = new URL(url);
  beside.pathname = `/${name}`;
  return beside.href;
}
