import type { Answer } from './conforming-answer.ts';
import type { Operation } from './published-operations.ts';
import type { ReadyRequest } from './made-request.ts';
import type { RunningApi } from './running-api.ts';

/** What is sent in place of what would be right. */
export interface Instead {
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Already escaped. */
  readonly query?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request that would be accepted, with something else in place of a part of it. */
export async function sendInstead(
  api: RunningApi,
  { method, path, body: takesBody }: Operation,
  ready: ReadyRequest,
  instead: Instead = {},
): Promise<Answer> {
  const address = path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => instead.path?.[name] ?? encodeURIComponent(ready.path[name] ?? ''),
  );
  const body = instead.body ?? (takesBody ? JSON.stringify(ready.body ?? {}) : ready.file);
  const query = instead.query ?? ready.query;
  const type = ready.file && !instead.body ? 'application/octet-stream' : 'application/json';
  const answer = await fetch(`${api.url}${address}${query ? `?${query}` : ''}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(ready.by ? { authorization: `Bearer ${await api.tokenOf(ready.by)}` } : {}),
      ...(body === undefined ? {} : { 'content-type': type }),
      ...(ready.revision === undefined ? {} : { 'if-match': `"${ready.revision}"` }),
      ...instead.headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, headers: answer.headers, text: await textOf(answer) };
}

/** A stream of events has no end of its own. */
async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer.text();
  await answer.body?.cancel();
  return '';
}
