import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StartOptions } from './options.ts';

const DEVELOPMENT = 'development';
const NOWHERE = 'nowhere';

/**
 * Which Temporal server has the workflows of a data folder. The ledger goes from one to another; workflows do not, they
 * are started anew in the next one.
 */
export class WorkflowHome {
  readonly #file: string;
  readonly #present: string;

  constructor({ data, cluster, temporalAddress, temporalNamespace }: StartOptions) {
    this.#file = join(data, 'workflow-home');
    this.#present = temporalAddress ? `${temporalAddress}/${temporalNamespace}` : cluster ? 'cluster' : DEVELOPMENT;
  }

  /** Whether the open cases must be brought to the server of this start. */
  get isElsewhere(): boolean {
    return this.#last() !== this.#present;
  }

  /** Says that the server of this start has forgotten everything. At the first start there was nothing to forget. */
  lost(): void {
    if (existsSync(this.#file)) writeFileSync(this.#file, NOWHERE);
  }

  /** Says that every open case has its workflow on the server of this start. */
  moved(): void {
    writeFileSync(this.#file, this.#present);
  }

  #last(): string {
    try {
      return readFileSync(this.#file, 'utf8');
    } catch {
      return DEVELOPMENT;
    }
  }
}
