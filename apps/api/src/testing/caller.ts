import { randomUUID } from 'node:crypto';
import type { Case, Problem } from '@hotline/contracts-http';

/** An answer as a test looks at it. */
export interface Answered<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** What a test may add to a request. */
export interface Extra {
  readonly key?: string;
  readonly revision?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A person who calls the API over HTTP, as a script does. */
export class Caller {
  readonly url: string;
  private readonly token: string | undefined;

  constructor(url: string, token?: string) {
    this.url = url;
    this.token = token;
  }

  get<Body = Case>(path: string, extra: Extra = {}): Promise<Answered<Body>> {
    return this.send('GET', path, undefined, extra);
  }

  post<Body = Case>(path: string, body: unknown = {}, extra: Extra = {}): Promise<Answered<Body>> {
    return this.send('POST', path, JSON.stringify(body), extra);
  }

  /** A write that is expected to be refused. */
  refused(path: string, body: unknown, extra: Extra = {}): Promise<Answered<Problem>> {
    return this.post<Problem>(path, body, extra);
  }

  /** Registers a request and answers the case. */
  async register(more: Readonly<Record<string, unknown>> = {}, extra: Extra = { key: randomUUID() }): Promise<Case> {
    const { status, body } = await this.post('cases', { ...A_REQUEST, ...more }, extra);
    if (status !== 201) throw new Error(`not registered: ${JSON.stringify(body)}`);
    return body;
  }

  /** Registers a request and assigns it to a lead unit. */
  async registerAndAssign(unitId = 'water'): Promise<Case> {
    const { caseNumber, revision } = await this.register();
    const assigning = { units: [{ unitId, role: 'lead' }], quality: '现场处理', feedback: '书面答复' };
    const { status, body } = await this.post(`cases/${caseNumber}/assignments`, assigning, { revision });
    if (status !== 200) throw new Error(`not assigned: ${JSON.stringify(body)}`);
    return body;
  }

  async send<Body>(
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | undefined,
    extra: Extra = {},
  ): Promise<Answered<Body>> {
    const answer = await this.ask(method, path, body, extra);
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as Body };
  }

  /** Fetches a file. */
  async file(path: string): Promise<Answered<Uint8Array>> {
    const answer = await this.ask('GET', path, undefined, {});
    return { status: answer.status, headers: answer.headers, body: await answer.bytes() };
  }

  private ask(
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | undefined,
    extra: Extra,
  ): Promise<Response> {
    return fetch(path.startsWith('/') ? this.url + path : `${this.url}/api/v1/${path}`, {
      method,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(extra.key ? { 'idempotency-key': extra.key } : {}),
        ...(extra.revision === undefined ? {} : { 'if-match': `"${extra.revision}"` }),
        ...extra.headers,
      },
    });
  }
}

/** What a citizen might bring. */
export const A_REQUEST = {
  title: '职工宿舍下水道堵塞',
  text: '污水外溢多日，请尽快疏通。',
  kind: 'help',
  categoryId: 'sewer',
  callerName: '王某',
  callerPhone: '13912341234',
};
