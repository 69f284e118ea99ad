import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { RecordedRequest } from './recorded-request.ts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What one repetition found: the rows of each statement, and what its own ids are. */
export interface Replayed {
  readonly rows: readonly (readonly object[])[];
  /** A recorded text with the repetition's own number, key and ids. */
  readonly own: (text: string) => string;
}

/** Does again what a request asked of the database: the same statements, prepared, in the same transactions. */
export class Replay {
  readonly #pool: pg.Pool;
  readonly #recorded: RecordedRequest;
  readonly #statements: readonly {
    readonly name: string;
    readonly text: string;
    readonly values: readonly unknown[];
  }[];
  /** Ids that the request made: a repetition makes others. */
  readonly #ids: readonly string[];

  constructor(pool: pg.Pool, name: string, recorded: RecordedRequest) {
    this.#pool = pool;
    this.#recorded = recorded;
    this.#statements = recorded.statements.map(({ sql, values }, index) => ({
      name: `${name} ${index}`,
      text: withDollars(sql),
      values,
    }));
    const written = recorded.statements.filter(({ sql }) => /^insert/i.test(sql));
    const found = written.flatMap(({ values }) => values.flatMap((value) => String(value).match(UUID) ?? []));
    this.#ids = [...new Set(found)].filter((id) => id !== recorded.key);
  }

  /** About another case than the recorded one; a registration finds its number itself. */
  async run(caseNumber = this.#recorded.caseNumber): Promise<Replayed> {
    let own = this.#namesOf(caseNumber);
    const rows: object[][] = [];
    let client: pg.PoolClient | undefined;
    try {
      for (const { name, text, values } of this.#statements) {
        if (text === 'begin') client = await this.#pool.connect();
        const asked = values.map((value) => (typeof value === 'string' ? own(value) : value));
        const result = await (client ?? this.#pool).query({ name, text, values: asked });
        rows.push(result.rows);
        if (text.includes(`nextval('case_serial')`))
          own = this.#namesOf(numberOf(asked[0] as string, (result.rows[0] as { serial: number }).serial));
        if (text === 'commit') {
          client?.release();
          client = undefined;
        }
      }
      return { rows, own };
    } catch (error) {
      client?.release(true);
      throw error;
    }
  }

  #namesOf(caseNumber: string): (text: string) => string {
    const names = [this.#recorded.caseNumber, this.#recorded.key, ...this.#ids];
    const own = [caseNumber, randomUUID(), ...this.#ids.map(() => randomUUID())];
    return (text) => names.reduce((named, name, index) => named.replaceAll(name, own[index] ?? ''), text);
  }
}

const numberOf = (day: string, serial: number): string => `${day}${String(serial).padStart(4, '0')}`;

/** The ORM's question marks as PostgreSQL's parameters; no statement of ours has one within quotes. */
function withDollars(sql: string): string {
  let place = 0;
  return sql.replaceAll('?', () => `$${++place}`);
}
