import { setTimeout as pause } from 'node:timers/promises';
import { CHANNELS, type Case, type Meeting, type SpecialReport, type Task } from '@hotline/contracts-http';
import { diceOf, type Dice } from '../dice.ts';
import type { Book, Deed } from './book.ts';
import { PhoneLine } from './phone-line.ts';
import type { Town } from './town.ts';
import { chooseOnCase, UNITS, type Intent } from './wish-on-case.ts';
import { chooseOnMeeting, chooseOnReport } from './wish-on-stream.ts';

/** Somebody who works with the hotline. */
export interface Role {
  readonly username: string;
  readonly role: 'operator' | 'supervisor' | 'director' | 'deputy-mayor' | 'unit';
  readonly unitId?: string;
}

/** What he lives in. */
export interface Surroundings {
  readonly url: string;
  readonly seed: number;
  readonly book: Book;
  readonly town: Town;
  readonly workingDay: number;
  /** So many open cases are enough. */
  readonly openCases: number;
  readonly sendsTwice: () => boolean;
  readonly say: (what: string) => void;
}

const KINDS = ['consultation', 'help', 'help', 'complaint', 'suggestion'] as const;
const [BY_PHONE] = CHANNELS;
const CATEGORIES = ['urban.drainage.blocked', 'urban.cleaning', 'housing.property'] as const;

/** A person at his desk: he looks, makes up his mind by his own dice, acts, and writes down what he was told. */
export class Person {
  readonly #who: Role;
  readonly #around: Surroundings;
  readonly #dice: Dice;
  readonly #line: PhoneLine;
  #deeds = 0;

  constructor(who: Role, token: string, around: Surroundings) {
    this.#who = who;
    this.#around = around;
    this.#dice = diceOf(around.seed, who.username);
    this.#line = new PhoneLine(around.url, around.book, token);
  }

  /** Works until the signal comes, and ends what he is at. */
  async work(until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      await pause(this.#dice.between(150, 900));
      if (!until.aborted) await this.#turn();
    }
  }

  /** Registers a case now, and answers what he wrote into his book. */
  async registerNow(): Promise<Deed> {
    await this.#register();
    const deed = this.#around.book.deeds.findLast(({ person }) => person === this.#who.username);
    if (deed?.outcome !== 'acknowledged') throw new Error('the case was not registered');
    return deed;
  }

  /** Assigns a case that he has registered to one unit, which is told so by mail. */
  async assignNow({ stream = '', revision }: Deed): Promise<void> {
    const mark = this.#mark();
    const body = { units: [{ unitId: UNITS[0], role: 'lead' }], quality: `办理质量 ${mark}`, feedback: '两日内反馈' };
    const intent: Intent = { what: 'assign', action: 'assignments', body, proof: { by: 'words', mark } };
    await this.#do(`cases/${stream}`, intent, revision);
  }

  #turn(): Promise<void> {
    const { role } = this.#who;
    const dice = this.#dice;
    if (role === 'operator' && this.#around.town.open.length < this.#around.openCases && dice.percent(50))
      return this.#register();
    if (role === 'operator' && dice.percent(10)) return this.#task();
    if (role === 'supervisor' && dice.percent(25)) return this.#meeting();
    const ofReport = role === 'deputy-mayor' ? 100 : role === 'director' ? 30 : role === 'supervisor' ? 10 : 0;
    return dice.percent(ofReport) ? this.#report() : this.#case();
  }

  async #register(): Promise<void> {
    const mark = this.#mark();
    const body = {
      channel: BY_PHONE,
      callerName: '市民',
      callerPhone: '13900001234',
      title: '小区停水',
      text: `三号楼停水两天 ${mark}`,
      kind: this.#dice.of(KINDS),
      urgency: this.#dice.percent(10) ? 'emergency' : 'ordinary',
      categoryId: this.#dice.of(CATEGORIES),
    };
    await this.#do('cases', { what: 'register', action: '', body, proof: { by: 'words', mark } });
  }

  async #case(): Promise<void> {
    const { town } = this.#around;
    const { unitId } = this.#who;
    const again = !unitId && this.#dice.percent(3);
    const cases = unitId ? town.openOf(unitId) : again ? town.closed : town.open;
    if (cases.length === 0) return;
    const seen = await this.#look<Case>(`cases/${this.#dice.of(cases)}`);
    if (!seen) return;
    town.saw(seen);
    const intent = chooseOnCase({ seen, dice: this.#dice, mark: this.#mark(), workingDay: this.#around.workingDay });
    if (intent) await this.#do(`cases/${seen.caseNumber}`, intent, seen.revision);
  }

  async #meeting(): Promise<void> {
    const page = await this.#look<{ items: Meeting[] }>('meetings?limit=20');
    if (!page || page.items.length === 0) return;
    const seen = this.#dice.of(page.items);
    const intent = chooseOnMeeting({ ...this.#looking(), seen });
    if (intent) await this.#do(`meetings/${seen.meetingId}`, intent, seen.revision);
  }

  async #report(): Promise<void> {
    const page = await this.#look<{ items: SpecialReport[] }>('special-reports?limit=20');
    if (!page || page.items.length === 0) return;
    const seen = this.#dice.of(page.items);
    const intent = chooseOnReport({ ...this.#looking(), seen }, this.#who.role);
    if (intent) await this.#do(`special-reports/${seen.reportId}`, intent, seen.revision);
  }

  async #task(): Promise<void> {
    const page = await this.#look<{ items: Task[] }>('tasks?limit=10');
    if (!page || page.items.length === 0) return;
    const { taskId } = this.#dice.of(page.items);
    const mark = this.#mark();
    await this.#do(`tasks/${taskId}`, {
      what: 'finish-task',
      action: 'finishing',
      body: { outcome: `已处理 ${mark}` },
      proof: { by: 'words', mark },
    });
  }

  #looking() {
    return { dice: this.#dice, mark: this.#mark(), workingDay: this.#around.workingDay };
  }

  async #look<Seen>(path: string): Promise<Seen | undefined> {
    const said = await this.#line.ask({ method: 'GET', path }, { within: 5_000 });
    return said?.status === 200 ? (said.body as Seen) : undefined;
  }

  async #do(resource: string, { what, action, body, proof }: Intent, revision?: number): Promise<void> {
    const { book, town, sendsTwice, say, seed } = this.#around;
    const { username } = this.#who;
    const id = `${seed}-${username}-${++this.#deeds}`;
    const path = action ? `${resource}/${action}` : resource;
    const seen: Record<string, string> = revision === undefined ? {} : { 'if-match': `"${revision}"` };
    const headers = { 'idempotency-key': id, ...seen };
    const twice = sendsTwice() || this.#dice.percent(15);
    const said = await this.#line.ask({ method: 'POST', path, body, headers }, { twice });
    const outcome = !said ? 'unknown' : said.status < 300 ? 'acknowledged' : 'refused';
    const answer = said?.body ?? {};
    if (outcome === 'acknowledged' && 'assignments' in answer) town.saw(answer as Case);
    const stream = answer['meetingId'] ?? answer['reportId'] ?? answer['caseNumber'];
    book.write({
      id,
      person: username,
      what,
      path,
      proof,
      outcome,
      ...(said ? { status: said.status } : {}),
      ...(typeof answer['code'] === 'string' ? { code: answer['code'] } : {}),
      ...(Array.isArray(answer['errors']) ? { errors: answer['errors'] } : {}),
      ...(outcome === 'acknowledged' && typeof stream === 'string' ? { stream } : {}),
      ...(typeof answer['revision'] === 'number' ? { revision: answer['revision'] } : {}),
      tries: said?.tries ?? 0,
      at: Date.now(),
    });
    say(`${username} ${what} ${path} → ${said?.status ?? 'no answer'}${twice ? ' (sent twice)' : ''}`);
  }

  #mark(): string {
    return `〔${this.#around.seed}·${this.#who.username}·${this.#deeds + 1}·${this.#dice.between(1, 999_999)}〕`;
  }
}
