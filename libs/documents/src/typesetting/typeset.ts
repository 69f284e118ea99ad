import { Worker } from 'node:worker_threads';

/** What a typesetter is asked to do. */
export interface TypesettingOrder {
  readonly id: number;
  /** The template's file. */
  readonly template: string;
  /** What the template reads as `sys.inputs.facts`. */
  readonly facts: string;
}

/** What it answers: the PDF, or what was wrong. */
export type TypesettingAnswer = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly problem: string });

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

let typesetter: Worker | undefined;
let orders = 0;
const waiting = new Map<number, Waiting>();

/**
 * Sets a document from a Typst template of ours and its facts: words in the facts are text, never markup. Setting many
 * pages takes seconds of computing, so it happens in a thread of its own; the thread stays, for reading its fonts takes
 * longer than a page. It keeps no process alive.
 *
 * @throws Error with the typesetter's words when template and facts do not fit
 */
export function typeset(template: URL, facts: object): Promise<Uint8Array> {
  typesetter ??= openTypesetter();
  const at = typesetter;
  const order: TypesettingOrder = { id: ++orders, template: template.pathname, facts: JSON.stringify(facts) };
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve, reject });
    at.ref();
    at.postMessage(order);
  });
}

function openTypesetter(): Worker {
  const worker = new Worker(new URL('typeset.worker.ts', import.meta.url));
  worker.on('message', (answer: TypesettingAnswer) => {
    const order = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('pdf' in answer) order?.resolve(answer.pdf);
    else order?.reject(new Error(`The document was not set: ${answer.problem}`));
  });
  worker.on('error', (error) => giveUp(error as Error));
  worker.on('exit', (code) => giveUp(new Error(`The typesetter ended with ${code} and no document`)));
  return worker;
}

function giveUp(error: Error): void {
  typesetter = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}
