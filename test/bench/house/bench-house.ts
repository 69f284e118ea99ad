import { startPostgres, type TestPostgres, type TestTemporalServer } from '@hotline/infra';
import { migrateTemplate } from '../../../infra/jest/migrated-template.ts';
import type { Profile } from '../part.ts';
import { startTemporal } from './start-temporal.ts';

/** Something that lasts until the house is closed. */
export interface Lasting {
  stop(): Promise<void>;
}

/** Where the parts of the bench live: one PostgreSQL that flushes to disk, fresh databases, fresh Temporal servers. */
export class BenchHouse {
  readonly profile: Profile;
  readonly postgres: TestPostgres;
  readonly #template: string;
  readonly #kept = new Map<string, Promise<Lasting>>();

  private constructor(profile: Profile, postgres: TestPostgres, template: string) {
    this.profile = profile;
    this.postgres = postgres;
    this.#template = template;
  }

  static async open(profile: Profile): Promise<BenchHouse> {
    const postgres = await startPostgres({ durable: true });
    return new BenchHouse(profile, postgres, await migrateTemplate(postgres));
  }

  /** The address of a new database with the hotline's schema and nothing in it. */
  migratedDatabase(): Promise<string> {
    return this.postgres.createDatabase(this.#template);
  }

  /** The address of a new database without anything. */
  emptyDatabase(): Promise<string> {
    return this.postgres.createDatabase();
  }

  /** A new Temporal of the profile; whoever starts it stops it. */
  startTemporal(): Promise<TestTemporalServer> {
    return startTemporal(this.profile, this.postgres.url);
  }

  /** What several parts use one after another: made by whoever needs it first, stopped when the house is closed. */
  keep<Kept extends Lasting>(name: string, make: () => Promise<Kept>): Promise<Kept> {
    const kept = this.#kept.get(name) ?? make();
    this.#kept.set(name, kept);
    return kept as Promise<Kept>;
  }

  /** Stops what was kept under a name, so that the next who needs it makes it anew. */
  async drop(name: string): Promise<void> {
    const kept = this.#kept.get(name);
    this.#kept.delete(name);
    await (await kept)?.stop();
  }

  async close(): Promise<void> {
    for (const name of this.#kept.keys()) await this.drop(name);
    await this.postgres.stop();
  }
}
