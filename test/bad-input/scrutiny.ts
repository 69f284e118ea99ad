import { Conformity, type Answer } from './conforming-answer.ts';
import { DEPTH } from './how-deep.ts';
import { ledgerPrint, writtenBetween, type LedgerPrint } from './ledger-print.ts';
import { operationsOf, type Operation, type PublishedDocument } from './published-operations.ts';
import type { ReadyRequest } from './made-request.ts';
import { ReadyRequests } from './ready-requests.ts';
import type { RunningApi } from './running-api.ts';
import { sendInstead, type Instead } from './sending.ts';

/** Something to send that may go wrong, and its name. */
export interface Try {
  readonly name: string;
  readonly instead: Instead;
}

const AT_ONCE = 8;
const ACCEPTED = 'accepted, though the document forbids it';

/** Looks at the answers of an API, and at what they leave behind. What it finds is told in sentences. */
export class Scrutiny {
  readonly api: RunningApi;
  readonly document: PublishedDocument;
  readonly operations: readonly Operation[];
  readonly conformity: Conformity;
  readonly #ready: ReadyRequests;

  private constructor(api: RunningApi, document: PublishedDocument) {
    this.api = api;
    this.document = document;
    this.operations = operationsOf(document).filter(({ operationId }) => operationId.includes(DEPTH.only));
    this.conformity = new Conformity(document);
    this.#ready = new ReadyRequests(document, api.city);
  }

  /** Reads what the API says of itself, and logs in everybody: a first log-in later would be something written. */
  static async of(api: RunningApi): Promise<Scrutiny> {
    const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as PublishedDocument;
    for (const person of api.people) await api.tokenOf(person);
    return new Scrutiny(api, document);
  }

  operation(id: string): Operation {
    const found = this.operations.find(({ operationId }) => operationId === id);
    if (!found) throw new Error(`there is no operation ${id}`);
    return found;
  }

  /** A request that the API accepts. */
  ready(operation: Operation): Promise<ReadyRequest> {
    return this.#ready.make(operation);
  }

  /** What is wrong when each of these must be refused and leave nothing. All may be aimed at one target. */
  ofRefusals(operation: Operation, request: ReadyRequest, tries: readonly Try[]): Promise<string[]> {
    return this.#ofAll(operation, request, tries, ({ status }) => (status < 400 ? ACCEPTED : undefined));
  }

  /** What is wrong when each of these reads: whether it is understood or refused, nothing is written. */
  async ofReading(operation: Operation, tries: readonly Try[]): Promise<string[]> {
    return this.#ofAll(operation, await this.ready(operation), tries, () => undefined);
  }

  async #ofAll(
    operation: Operation,
    request: ReadyRequest,
    tries: readonly Try[],
    wrongWith: (answer: Answer) => string | undefined,
  ): Promise<string[]> {
    const print = await ledgerPrint(this.api.city);
    const breaches: string[] = [];
    for (let begin = 0; begin < tries.length; begin += AT_ONCE) {
      const sent = tries.slice(begin, begin + AT_ONCE).map(async ({ name, instead }) => {
        const answer = await sendInstead(this.api, operation, request, instead);
        const breach = wrongWith(answer) ?? this.conformity.breachOf(operation, answer);
        return breach ? [`${name}: ${breach}`] : [];
      });
      breaches.push(...(await Promise.all(sent)).flat());
    }
    const left = await this.#leftSince(print);
    return [...breaches, ...(left ? [left] : [])].map((breach) => `${operation.operationId} ${breach}`);
  }

  /** What is wrong when this may be accepted or refused; a refusal leaves nothing. `whenAccepted` looks further. */
  async ofEither(
    operation: Operation,
    { name, instead }: Try,
    whenAccepted: (request: ReadyRequest, text: string) => Promise<string | undefined> = async () => undefined,
  ): Promise<string[]> {
    const request = await this.ready(operation);
    const print = await ledgerPrint(this.api.city);
    const answer = await sendInstead(this.api, operation, request, instead);
    const further = async (): Promise<string | undefined> => {
      if (answer.status < 400) return whenAccepted(request, answer.text);
      return this.#leftSince(print);
    };
    const breach = this.conformity.breachOf(operation, answer) ?? (await further());
    return breach ? [`${operation.operationId} ${name}: ${breach}`] : [];
  }

  async #leftSince(print: LedgerPrint): Promise<string | undefined> {
    const written = writtenBetween(print, await ledgerPrint(this.api.city));
    return written.length === 0 ? undefined : `a refusal has left something in ${written.join(', ')}`;
  }
}

/** One in `share` of some things, others at each turn; all of them when the suite goes deep. */
export function thinned<Thing>(things: readonly Thing[], share: number, turn: number): Thing[] {
  return DEPTH.everything ? [...things] : things.filter((_, index) => (index + turn) % share === 0);
}

/** What is found with each of some things, one after the other. */
export async function foundWith<Thing>(
  things: readonly Thing[],
  look: (thing: Thing, turn: number) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const [turn, thing] of things.entries()) found.push(...(await look(thing, turn)));
  return found;
}
