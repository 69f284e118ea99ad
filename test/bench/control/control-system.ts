import { Client, Connection } from '@temporalio/client';
import type { TestTemporalServer } from '@hotline/infra';
import type { BenchHouse } from '../house/bench-house.ts';
import { BenchProcess } from '../house/bench-process.ts';

const WORKER = new URL('./control-worker.main.ts', import.meta.url);
const DRIVER = new URL('./control-driver.main.ts', import.meta.url);

/** The control as it runs: a Temporal, a worker, and a driver, each a process of its own. */
export class ControlSystem {
  readonly temporal: TestTemporalServer;
  readonly worker: BenchProcess;
  readonly driver: BenchProcess;
  readonly client: Client;
  readonly #connection: Connection;
  #lastFiredAt = 0;
  #firedCount = 0;

  private constructor(temporal: TestTemporalServer, worker: BenchProcess, driver: BenchProcess) {
    this.temporal = temporal;
    this.worker = worker;
    this.driver = driver;
    this.#connection = Connection.lazy({ address: temporal.address });
    this.client = new Client({ connection: this.#connection, namespace: temporal.namespace });
    worker.onTold((told) => this.#heed(told as { fired: string; at: number }));
  }

  static async start(house: BenchHouse, say: (line: string) => void): Promise<ControlSystem> {
    const temporal = await house.startTemporal();
    const environment = { TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace };
    const [worker, driver] = await Promise.all([
      BenchProcess.start(WORKER, environment, { asWorker: true }),
      BenchProcess.start(DRIVER, environment),
    ]);
    driver.onTold((told) => say((told as { line: string }).line));
    return new ControlSystem(temporal, worker, driver);
  }

  /** How many timers have fired and were acted on, and when the last was; milliseconds since 1970. */
  get fired(): { readonly count: number; readonly lastAt: number } {
    return { count: this.#firedCount, lastAt: this.#lastFiredAt };
  }

  async stop(): Promise<void> {
    await this.driver.stop();
    await this.worker.stop();
    await this.#connection.close();
    await this.temporal.stop();
  }

  #heed({ fired, at }: { fired: string; at: number }): void {
    this.#firedCount++;
    this.#lastFiredAt = at;
    void this.driver.ask('fired', fired);
  }
}
