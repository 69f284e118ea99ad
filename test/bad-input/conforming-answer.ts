import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Operation, PublishedDocument } from './published-operations.ts';

/** An answer of the API, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const CHINESE = /[一-鿿]/;
const ENGLISH = /^[\x20-\x7e“”’…–]+$/;

/** Compares answers with the document, and request bodies as well. */
export class Conformity {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: false });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: PublishedDocument) {
    // `export =` seen through an ES module: the function itself is the default.
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.#ajv);
    this.#ajv.addSchema({ $id: 'document', ...document });
  }

  /**
   * What is wrong with an answer to an operation; nothing when it is as the document says: a status of the list, its
   * content type, a body of its shape, a refusal with sentences in Chinese and English, and no fault of the server's own.
   */
  breachOf(operation: Operation, { status, headers, text }: Answer): string | undefined {
    if (status >= 500) return `a fault: ${status} ${text.slice(0, 300)}`;
    const answer = operation.responses[String(status)] ?? ofAnyAddress(status);
    if (!answer) return `${status} is not in the document: ${text.slice(0, 300)}`;
    if (!answer.content) return text === '' ? undefined : `${status} has a body`;
    const [[type, { schema }] = ['', { schema: {} }]] = Object.entries(answer.content);
    const given = headers.get('content-type')?.split(';')[0];
    if (given !== type) return `${status} is ${given}, not ${type}`;
    if (!type.endsWith('json')) return undefined;
    const body = parsed(text);
    if (body === undefined) return `${status} is no JSON: ${text.slice(0, 100)}`;
    const wrong = this.#wrongIn(schema, body);
    return wrong ?? (status >= 400 ? breachOfProblem(status, body as Problem) : undefined);
  }

  /** Whether a body is one that the document invites. */
  isInvited(operation: Operation, body: unknown): boolean {
    return operation.body === undefined || this.#wrongIn(operation.body, body) === undefined;
  }

  #wrongIn(schema: object, value: unknown): string | undefined {
    const validate = this.#validatorOf(schema);
    if (validate(value)) return undefined;
    return this.#ajv.errorsText(validate.errors, { dataVar: '' });
  }

  #validatorOf(schema: object): ValidateFunction {
    const text = JSON.stringify(schema).replaceAll('"#/components', '"document#/components');
    const known = this.#compiled.get(text) ?? this.#ajv.compile(JSON.parse(text) as object);
    this.#compiled.set(text, known);
    return known;
  }
}

/** A wrong method is no request to the operation; the others may be answered before there is an operation at all. */
function ofAnyAddress(status: number): Operation['responses'][string] | undefined {
  if (![405, 408, 417].includes(status)) return undefined;
  return { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly type: string;
  readonly detail: string;
  readonly detailEn: string;
}

function breachOfProblem(status: number, problem: Problem): string | undefined {
  if (problem.status !== status) return `${status} says that it is ${problem.status}`;
  if (problem.type !== `urn:hotline:problem:${problem.code}`) return `${problem.type} is not ${problem.code}`;
  const isSaid = CHINESE.test(problem.detail) && ENGLISH.test(problem.detailEn);
  return isSaid ? undefined : `${problem.code} is not said in Chinese and English`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
