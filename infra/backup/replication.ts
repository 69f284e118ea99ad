import { once } from 'node:events';
import pg from 'pg';

/** What `pg` has, but its types do not tell: its wire, over which copied bytes go both ways. */
interface Wire {
  readonly stream: { pause(): void; resume(): void };
  on(event: 'copyData', listener: (message: { readonly chunk: Buffer }) => void): void;
  once(event: 'replicationStart', listener: () => void): void;
  sendCopyFromChunk(chunk: Buffer): void;
}

type Row = Readonly<Record<string, string | null>>;

/** A connection that speaks PostgreSQL's streaming replication protocol, as `pg_basebackup` and `pg_receivewal` do. */
export class Replication {
  readonly #client: pg.Client;
  readonly #wire: Wire;

  private constructor(client: pg.Client) {
    this.#client = client;
    this.#wire = (client as unknown as { connection: Wire }).connection;
  }

  /** Connects; the user must be allowed to replicate. Rejects when the server cannot be reached. */
  static async connect(url: string): Promise<Replication> {
    const options = { connectionString: url, replication: 'true', connectionTimeoutMillis: 5_000, keepAlive: true };
    const client = new pg.Client(options as pg.ClientConfig);
    // What breaks the connection rejects the command under way.
    client.on('error', () => undefined);
    await client.connect();
    return new Replication(client);
  }

  /** Which database cluster this is, and on which line of time it runs. */
  async identify(): Promise<{ systemId: string; timeline: number }> {
    const [row] = await this.command('IDENTIFY_SYSTEM');
    return { systemId: String(row?.['systemid']), timeline: Number(row?.['timeline']) };
  }

  async command(text: string): Promise<Row[]> {
    return (await this.#client.query<Row>(text)).rows;
  }

  /**
   * Runs a command that sends bytes, such as BASE_BACKUP, and answers the rows of each of its results.
   *
   * @param take is given each message; nothing more is read while it is busy
   */
  async copyOut(text: string, take: (message: Buffer) => Promise<void> | void): Promise<Row[][]> {
    let busy = Promise.resolve();
    let waiting = 0;
    this.#wire.on('copyData', ({ chunk }) => {
      // The chunk is a view of a buffer that the next messages overwrite.
      const message = Buffer.from(chunk);
      waiting += message.length;
      if (waiting > READ_AHEAD) this.#wire.stream.pause();
      busy = busy.then(async () => {
        await take(message);
        waiting -= message.length;
        if (waiting <= READ_AHEAD) this.#wire.stream.resume();
      });
      busy.catch((error: Error) => this.#client.emit('error', error));
    });
    const failed = once(this.#client, 'error').then(([error]) => {
      throw error as Error;
    });
    failed.catch(() => undefined);
    const results = await Promise.race([this.#client.query<Row>(text), failed]);
    await busy;
    return (results as unknown as pg.QueryResult<Row>[]).map(({ rows }) => rows);
  }

  /** Begins to stream: messages come to `take` until the connection ends, by which the answer resolves or rejects. */
  async stream(text: string, take: (message: Buffer) => void): Promise<{ readonly ended: Promise<void> }> {
    this.#wire.on('copyData', ({ chunk }) => take(Buffer.from(chunk)));
    const begun = new Promise<void>((resolve) => this.#wire.once('replicationStart', resolve));
    const ended = this.#client.query(text).then(() => undefined);
    ended.catch(() => undefined);
    await Promise.race([begun, ended]);
    return { ended };
  }

  send(message: Buffer): void {
    this.#wire.sendCopyFromChunk(message);
  }

  pause(): void {
    this.#wire.stream.pause();
  }

  resume(): void {
    this.#wire.stream.resume();
  }

  /** Ends the connection, also in the middle of a stream. */
  async close(): Promise<void> {
    await this.#client.end();
  }
}

const READ_AHEAD = 4 * 1024 * 1024;
