import { setTimeout as pause } from 'node:timers/promises';
import type { Book } from './book.ts';

const ONE_TRY = 8_000;
const PAUSE = 400;

/** What is asked of the API. */
export interface Wish {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that says something: not 5xx, not broken off. */
export interface Said {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly tries: number;
}

/** Asks the API for one person, again and again under the same key, until he is answered or must give up. */
export class PhoneLine {
  readonly #url: string;
  readonly #book: Book;
  readonly #headers: Record<string, string>;

  constructor(url: string, book: Book, token?: string) {
    this.#url = url;
    this.#book = book;
    this.#headers = token ? { authorization: `Bearer ${token}` } : {};
  }

  /**
   * @param options twice: each try is two equal requests at once; within: milliseconds until he gives up
   * @returns undefined when no try was answered
   */
  async ask(wish: Wish, { twice = false, within = 20_000 } = {}): Promise<Said | undefined> {
    const until = performance.now() + within;
    for (let tries = 1; ; tries++) {
      const answers = await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => this.#once(wish)));
      const [said, other] = answers.filter((answer) => answer !== undefined);
      if (said && other) this.#compare(wish, said, other);
      if (said) return { ...said, tries };
      if (performance.now() > until) return undefined;
      await pause(PAUSE);
    }
  }

  async #once({ method, path, body, headers }: Wish): Promise<Omit<Said, 'tries'> | undefined> {
    try {
      const response = await fetch(`${this.#url}/api/v1/${path}`, {
        method,
        headers: { ...this.#headers, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(ONE_TRY),
      });
      const said = (await response.json()) as Record<string, unknown>;
      if (response.status < 500) return { status: response.status, body: said };
      if (response.status !== 503) this.#book.wrong(`${response.status} ${String(said['code'])} to ${method} ${path}`);
    } catch {
      // Broken off, or nobody there: he cannot know what became of it.
    }
    return undefined;
  }

  /** Of two equal requests one acts, and the other is told the same; both may be refused, for what came meanwhile. */
  #compare({ method, path }: Wish, one: Omit<Said, 'tries'>, other: Omit<Said, 'tries'>): void {
    const refused = one.status >= 400 && other.status >= 400;
    const same = refused || (one.status === other.status && one.body['revision'] === other.body['revision']);
    if (method === 'POST' && !same)
      this.#book.wrong(`one request, two answers: ${one.status} and ${other.status} to ${path}`);
  }
}
