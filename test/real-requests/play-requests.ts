import {
  acknowledgeAssignment,
  assignCase,
  endReport,
  recordCallback,
  recordContact,
  registerCase,
  reviewFeedback,
  submitFeedback,
  suggestForCase,
  suggestForRequest,
} from '@hotline/application';
import type { CaseState, Instant } from '@hotline/domain';
import { findStream } from '@hotline/persistence';
import type { WholeProcess } from '../integration/whole-process.ts';
import { asHandler, matterOf, moveHolidays, sowUnitsOfMatters, unitOf } from './city-of-records.ts';
import { later, MovedYears, type RecordedRequest } from './recorded-requests.ts';

/** What was played: which case became of which request. */
export interface Played {
  readonly caseOf: ReadonlyMap<string, string>;
  readonly years: MovedYears;
  /** How much later than recorded something was done at most, in milliseconds: the machine takes its time, too. */
  readonly lag: number;
}

interface Step {
  readonly at: Instant;
  readonly run: () => Promise<void>;
}

/**
 * Sends every request through intake, suggestion, assignment and a simulated unit that replies at the recorded time, in
 * skipped time, all on one clock: each case begins when it was asked, so many years later. The center does its own part at
 * once; the director answers no proposal.
 */
export async function playRequests(
  whole: WholeProcess,
  requests: readonly RecordedRequest[],
  say: (line: string) => void,
): Promise<Played> {
  const first = requests.map(({ askedAt }) => askedAt).reduce((left, right) => (left < right ? left : right));
  const years = new MovedYears(first, await whole.now());
  await sowUnitsOfMatters(whole.city);
  await moveHolidays(whole.city, years);
  const player = new Player(whole, years);
  const steps = requests.flatMap((request) => player.stepsOf(request));
  steps.sort((left, right) => Number(left.at > right.at) - Number(left.at < right.at));
  let [lag, told] = [0, 0];
  for (const [index, { at, run }] of steps.entries()) {
    await whole.skipTo(at);
    lag = Math.max(lag, Date.parse(await whole.now()) - Date.parse(at));
    await run();
    const percent = Math.floor((100 * (index + 1)) / steps.length);
    if (percent >= told + 5) {
      told = percent;
      say(`${percent} %: it is ${years.recorded(at).slice(0, 10)}, ${await player.standing()}`);
    }
  }
  await whole.skipTo(await whole.now());
  return { caseOf: player.caseOf, years, lag };
}

const QUALITY = '查明原因，依规办理';
const FEEDBACK = '先答复市民，再书面反馈';

class Player {
  readonly caseOf = new Map<string, string>();
  readonly #whole: WholeProcess;
  readonly #years: MovedYears;
  readonly #unitOf = new Map<string, string>();
  #answered = 0;

  constructor(whole: WholeProcess, years: MovedYears) {
    this.#whole = whole;
    this.#years = years;
  }

  stepsOf(request: RecordedRequest): Step[] {
    const { askedAt, repliedAt, manner } = request;
    const half = later(askedAt, Math.floor((Date.parse(repliedAt) - Date.parse(askedAt)) / 2));
    const at = (recorded: Instant): Instant => this.#years.instant(recorded);
    return [
      { at: at(askedAt), run: () => this.#takeIn(request) },
      ...(manner === 'slow' ? [{ at: at(half), run: () => this.#acknowledge(request) }] : []),
      { at: at(repliedAt), run: () => this.#reply(request) },
    ];
  }

  async standing(): Promise<string> {
    const em = this.#whole.city.orm.em.fork();
    const [row] = await em.execute<{ count: number }[]>(
      `select count(*)::int as count from event where type = 'RungActed'`,
    );
    return `${this.caseOf.size} asked, ${this.#answered} answered, ${row?.count} rungs acted`;
  }

  async #takeIn(request: RecordedRequest): Promise<void> {
    const { id, title, text, kind } = request;
    const operator = this.#whole.city.as('operator');
    const suggested = await suggestForRequest(operator, { title, text });
    const matter = matterOf(request, suggested.categories[0]?.id);
    const asked = { channel: 'leaders-mailbox', title, text, kind, urgency: 'ordinary', categoryId: matter } as const;
    const { caseNumber } = await registerCase(operator, { ...asked, externalId: `records:${id}` });
    await suggestForCase(operator, { caseNumber });
    const unitId = unitOf(matter);
    const units = [{ unitId, role: 'lead' as const }];
    await assignCase(operator, { caseNumber, units, quality: QUALITY, feedback: FEEDBACK });
    this.caseOf.set(id, caseNumber);
    this.#unitOf.set(id, unitId);
    if (request.manner !== 'prompt') return;
    await this.#acknowledge(request);
    const contactedAt = await this.#whole.now();
    const words = { contactedAt, contactMethod: 'phone', text: '已联系市民' } as const;
    await recordContact(this.#handler(id), { caseNumber, assignmentId: 'a1', ...words });
  }

  #handler(id: string) {
    return asHandler(this.#whole.city, this.#unitOf.get(id) ?? '');
  }

  async #acknowledge({ id }: RecordedRequest): Promise<void> {
    const caseNumber = this.#caseOf(id);
    await acknowledgeAssignment(this.#handler(id), { caseNumber, assignmentId: 'a1' });
  }

  async #reply(request: RecordedRequest): Promise<void> {
    const { id, manner } = request;
    const caseNumber = this.#caseOf(id);
    if (manner === 'silent') await this.#acknowledge(request);
    const operator = this.#whole.city.as('operator');
    const contactedAt = await this.#whole.now();
    const words = { text: '已查明并答复市民', contactedAt, contactMethod: 'phone' } as const;
    const of = { caseNumber, assignmentId: 'a1' };
    await submitFeedback(this.#handler(id), { ...of, outcome: 'explained', ...words });
    await reviewFeedback(operator, { ...of, accepted: true });
    await this.#endReport(caseNumber);
    const said = { contactedByUnit: true, solved: true, satisfaction: 'satisfied' } as const;
    await recordCallback(operator, { caseNumber, result: 'reached', ...said });
    this.#answered += 1;
  }

  /** A special report that went out by itself is not followed up any longer. */
  async #endReport(caseNumber: string): Promise<void> {
    const stream = await findStream(this.#whole.city.orm.em.fork(), caseNumber);
    const reportId = (stream?.state as CaseState | undefined)?.openReportId;
    if (!reportId) return;
    await endReport(this.#whole.city.as('director'), { reportId, result: 'withdrawn', text: '单位已反馈' });
  }

  #caseOf(id: string): string {
    const caseNumber = this.caseOf.get(id);
    if (caseNumber === undefined) throw new Error(`request ${id} was not taken in`);
    return caseNumber;
  }
}
