import { setTimeout as pause } from 'node:timers/promises';
import { Caller } from '../../../apps/api/src/testing/caller.ts';
import { answerTheBench } from '../house/answering.ts';

/** Which API is visited, by whom, and which cases he looks at. */
interface VisitOrder {
  readonly url: string;
  readonly token: string;
  readonly caseNumbers: readonly string[];
}

/** Requests begin at fixed instants, however slow the answers are: what waits in the API's queue counts as waiting. */
const EVERY_MILLISECONDS = 50;

const REQUEST = { categoryId: 'water-supply' };

let visiting = false;
let waits: number[] = [];
let failures: string[] = [];

answerTheBench({
  /** Visits until it is told to stop. */
  begin(order: VisitOrder) {
    visiting = true;
    void visit(order);
  },
  end() {
    visiting = false;
  },
  /** What was waited for since the last time, milliseconds in no order. */
  take() {
    const taken = { waits, failures };
    waits = [];
    failures = [];
    return taken;
  },
});

async function visit({ url, token, caseNumbers }: VisitOrder): Promise<void> {
  const caller = new Caller(url, token);
  const begun = performance.now();
  for (let turn = 0; visiting; turn++) {
    const at = begun + turn * EVERY_MILLISECONDS;
    await pause(Math.max(0, at - performance.now()));
    void ask(caller, turn, caseNumbers).then(
      () => waits.push(performance.now() - at),
      (error: unknown) => failures.push(String(error)),
    );
  }
}

/** Of ten requests six read a case, three a list, and one registers a request. */
async function ask(caller: Caller, turn: number, caseNumbers: readonly string[]): Promise<void> {
  const kind = turn % 10;
  if (kind === 9) return void (await caller.register(REQUEST));
  const path = kind >= 6 ? 'cases?limit=50' : `cases/${caseNumbers[(turn * 7_919) % caseNumbers.length]}`;
  const { status, body } = await caller.get<unknown>(path);
  if (status !== 200) throw new Error(`${path} was answered ${status}: ${JSON.stringify(body)}`);
}
