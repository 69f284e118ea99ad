import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { callOf } from '../growing/citizens-words.ts';
import { LIST_LIMIT, type Asking, type RequestName } from '../serving/recorded-request.ts';
import type { Send } from './load.ts';

/** What the callers know of the ledger. */
export interface Known extends Asking {
  /** Cases to be looked at. */
  readonly cases: readonly string[];
  /** Cases to be acknowledged, each once. */
  readonly waiting: readonly string[];
}

/** Those before were recorded. */
const FIRST_CALL = 10;

/** No more cases wait to be acknowledged. */
export class NothingWaits extends Error {}

/** People who call a server, all over the same few connections that a proxy would keep. */
export class Callers {
  readonly #port: number;
  readonly #known: Known;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #calls = 0;
  #reads = 0;
  #acts = 0;

  constructor(port: number, known: Known) {
    this.#port = port;
    this.#known = known;
  }

  /** A request of that name; every one is about something else. */
  sender(name: RequestName): Send {
    const { operatorToken, handlerToken, cases, waiting, categories } = this.#known;
    switch (name) {
      case 'register':
        return () => {
          const call = callOf(FIRST_CALL + this.#calls++, categories);
          return this.#post('/api/v1/cases', operatorToken, 201, JSON.stringify(call));
        };
      case 'read':
        return () => this.#get(`/api/v1/cases/${cases[(this.#reads++ * 7) % cases.length]}`, operatorToken);
      case 'list':
        return () => this.#get(`/api/v1/cases?limit=${LIST_LIMIT}`, operatorToken);
      case 'act':
        return async () => {
          const caseNumber = waiting[this.#acts++];
          if (caseNumber === undefined) throw new NothingWaits('every case is acknowledged');
          const path = `/api/v1/cases/${caseNumber}/assignments/a1/acknowledgement`;
          return this.#post(path, handlerToken, 200, '{}', { 'if-match': '"2"' });
        };
    }
  }

  /** A list, as somebody asks for it again and again. */
  list(path: string, token: string): Send {
    return () => this.#get(path, token);
  }

  close(): void {
    this.#agent.destroy();
  }

  #get(path: string, token: string): Promise<void> {
    return this.#send('GET', path, token, 200);
  }

  #post(path: string, token: string, status: number, body: string, more: Record<string, string> = {}): Promise<void> {
    const headers = {
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      ...more,
    };
    return this.#send('POST', path, token, status, headers, body);
  }

  #send(
    method: string,
    path: string,
    token: string,
    status: number,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: this.#port,
        method,
        path,
        agent: this.#agent,
        headers: { authorization: `Bearer ${token}`, ...headers },
      };
      const sent = request(options, (answer) => {
        answer.resume();
        answer.on('end', () =>
          answer.statusCode === status
            ? resolve()
            : reject(new Error(`${method} ${path} was answered ${answer.statusCode}`)),
        );
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
