import { randomUUID } from 'node:crypto';
import type { RunningApi } from '../bad-input/running-api.ts';
import type { Person } from './city-model.ts';

export interface Answer {
  readonly status: number;
  readonly body: SeenCase & { readonly code?: string };
}

/** A case as the API shows it, as far as the model knows it. */
export interface SeenCase {
  readonly caseNumber: string;
  readonly revision: number;
  readonly stage: string;
  readonly assignments: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly role: string;
    readonly status: string;
    readonly designated: boolean;
    readonly term: number;
    readonly extensions: number;
    readonly acknowledgeBy: string;
    readonly dueAt: string;
  }[];
  readonly timeline: readonly { readonly at: string }[];
}

/** The API, asked as its people ask it. */
export class RealCity {
  readonly #api: RunningApi;
  /** How often each step came to which end. */
  readonly #counts: Map<string, number>;

  constructor(api: RunningApi, counts: Map<string, number>) {
    this.#api = api;
    this.#counts = counts;
  }

  count(step: string, verdict: string): void {
    const name = `${step}: ${verdict}`;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  async post(who: Person, path: string, body: object, revision?: number): Promise<Answer> {
    const answer = await fetch(`${this.#api.url}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await this.#api.tokenOf(who)}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }

  async read(who: Person, caseNumber: string): Promise<Answer> {
    const headers = { authorization: `Bearer ${await this.#api.tokenOf(who)}` };
    const answer = await fetch(`${this.#api.url}/api/v1/cases/${caseNumber}`, { headers });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }
}
