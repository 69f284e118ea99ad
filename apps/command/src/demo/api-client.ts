import { randomUUID } from 'node:crypto';
import type { Problem, Session } from '@hotline/contracts-http';
import { CommandError } from '../command-error.ts';
import { DEMO_PASSWORD } from '../seed/people.ts';

/** A person at work through the HTTP API, as a script is: with a bearer token. */
export class Person {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async get<Body>(path: string): Promise<Body> {
    return (await this.#send<Body>('GET', path)).body;
  }

  /** Makes something new. */
  async create<Body>(path: string, body: object): Promise<Body> {
    return (await this.#send<Body>('POST', path, body, { 'idempotency-key': randomUUID() })).body;
  }

  /**
   * Changes a case, a meeting or a special report as it stands now: looks at it, and acts on the revision seen. When
   * somebody else was faster, looks again.
   */
  async change<Body>(resource: string, action: string, body: object = {}): Promise<Body> {
    for (let tries = 1; ; tries += 1) {
      const { etag } = await this.#send('GET', resource);
      const headers = { 'idempotency-key': randomUUID(), 'if-match': etag };
      try {
        return (await this.#send<Body>('POST', `${resource}/${action}`, body, headers)).body;
      } catch (error) {
        if (!(error instanceof RefusedRequest) || error.status !== 412 || tries === 5) throw error;
      }
    }
  }

  async #send<Body>(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.#url}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw await RefusedRequest.of(method, path, response);
    return { body: (await response.json()) as Body, etag: response.headers.get('etag') ?? '' };
  }
}

/** The API said no, or something is wrong with it. */
export class RefusedRequest extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.name = 'RefusedRequest';
    this.status = status;
  }

  static async of(method: string, path: string, response: Response): Promise<RefusedRequest> {
    const said = await response.text();
    let why = said.slice(0, 200);
    if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
      const { code, detailEn } = JSON.parse(said) as Problem;
      why = `${code}: ${detailEn}`;
    }
    return new RefusedRequest(`${method} ${path} → ${response.status} ${why}`, response.status);
  }
}

/** The people of the sown city, each logged in once, when he is first needed. */
export class City {
  readonly #url: string;
  readonly #people = new Map<string, Promise<Person>>();

  constructor(url: string) {
    this.#url = url.replace(/\/$/, '');
  }

  as(username: string): Promise<Person> {
    let person = this.#people.get(username);
    if (!person) {
      person = this.#logIn(username);
      this.#people.set(username, person);
    }
    return person;
  }

  async #logIn(username: string): Promise<Person> {
    const response = await fetch(`${this.#url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: DEMO_PASSWORD, mode: 'bearer' }),
    }).catch((cause: unknown) => {
      throw new CommandError(`${this.#url} 没有回答。`, `Nothing answers at ${this.#url}.`, { cause });
    });
    if (!response.ok) throw await RefusedRequest.of('POST', `session (${username})`, response);
    const { token } = (await response.json()) as Session;
    if (token === undefined) throw new Error('the API answered no token');
    return new Person(this.#url, token);
  }
}
