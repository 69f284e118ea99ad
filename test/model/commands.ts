import type fc from 'fast-check';
import {
  PEOPLE,
  type Case,
  type CityModel,
  type Duty,
  type Kind,
  type Person,
  type UnitAsked,
  type Verdict,
} from './city-model.ts';
import type { Answer, RealCity, SeenCase } from './real-city.ts';

export type Command = fc.AsyncCommand<CityModel, RealCity>;
type Change = (now: string) => void;
type Compared = SeenCase['assignments'][number];

const STATUSES: Readonly<Record<Verdict, readonly number[]>> = {
  done: [200, 201],
  // By a rule, or because only the director may in this state.
  refused: [403, 409, 422],
  forbidden: [403],
  unknown: [404],
};
const TEXT = '桃园小区停水，请尽快恢复。';
/** What is done about a duty: where it is sent, and with what. */
export const ON_DUTIES: Readonly<Record<string, { path: string; body: (say: string) => object }>> = {
  acknowledge: { path: 'acknowledgement', body: () => ({}) },
  return: { path: 'return', body: () => ({ basis: TEXT, approvedBy: '葛承宇' }) },
  'rule-return': { path: 'return-ruling', body: (ruling) => ({ ruling, text: TEXT }) },
  'request-extension': { path: 'extension', body: () => ({ workingDays: 1, reason: TEXT }) },
  'decide-extension': { path: 'extension-decision', body: (say) => ({ granted: say === 'yes', text: TEXT }) },
  suspend: { path: 'suspension', body: () => ({ cause: 'weather', reviewAt: inDays(3), text: TEXT }) },
  resume: { path: 'resumption', body: () => ({ text: TEXT }) },
  'submit-feedback': { path: 'feedback', body: feedback },
  review: { path: 'review', body: (say) => ({ accepted: say === 'yes', text: TEXT }) },
};
const BY_UNITS = ['acknowledge', 'return', 'request-extension', 'submit-feedback'];

function feedback(): object {
  return { outcome: 'solved', text: TEXT, contactedAt: new Date().toISOString(), contactMethod: 'phone' };
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60_000).toISOString();
}

/** A difference between what was expected and what came. */
function ensureSame(what: string, came: unknown, expected: unknown): void {
  if (JSON.stringify(came) !== JSON.stringify(expected))
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, came ${JSON.stringify(came)}`);
}

function compared({
  id,
  unitId,
  role,
  status,
  designated,
  term,
  extensions,
  acknowledgeBy,
  dueAt,
}: Compared): Compared {
  return { id, unitId, role, status, designated, term, extensions, acknowledgeBy, dueAt };
}

abstract class Step implements Command {
  /** What it is, whoever does it. */
  protected abstract readonly kindOfStep: string;
  abstract run(model: CityModel, real: RealCity): Promise<void>;
  abstract toString(): string;
  check(): boolean {
    return true;
  }

  /** Compares the answer with the verdict, then, when something was done, the whole case with the model's. */
  protected async compare(real: RealCity, of: Case, answer: Answer, verdict: Verdict, change?: Change): Promise<void> {
    ensureStatus(this.toString(), answer, verdict);
    real.count(this.kindOfStep, verdict);
    if (verdict !== 'done') return;
    const { body } = await real.read('director', of.number);
    of.revision = body.revision;
    change?.(body.timeline.at(-1)?.at ?? '');
    ensureSame(`${this.toString()} stage of ${of.number}`, body.stage, of.stage);
    ensureSame(
      `${this.toString()} assignments of ${of.number}`,
      body.assignments.map(compared),
      of.duties.map(compared),
    );
  }
}

function ensureStatus(what: string, { status, body }: Answer, verdict: Verdict): void {
  if (!STATUSES[verdict].includes(status))
    throw new Error(`${what}: expected ${verdict}, came ${status} ${body.code ?? ''}`);
}

export class Register extends Step {
  protected override readonly kindOfStep = 'register';

  private readonly who: Person;
  private readonly kind: Kind;

  constructor(who: Person, kind: Kind) {
    super();
    this.who = who;
    this.kind = kind;
  }

  async run(model: CityModel, real: RealCity): Promise<void> {
    const answer = await real.post(this.who, 'cases', { title: '停水', text: TEXT, kind: this.kind });
    const verdict = model.register(this.who);
    ensureStatus(this.toString(), answer, verdict);
    if (verdict !== 'done') return real.count(this.kindOfStep, verdict);
    const { caseNumber: number, revision } = answer.body;
    const made: Case = { number, kind: this.kind, revision, stage: 'registered', returns: 0, redos: 0, duties: [] };
    model.cases.push(made);
    await this.compare(real, made, answer, 'done');
  }

  override toString(): string {
    return `${this.who} registers ${this.kind}`;
  }
}

/** Done to one of the cases, by a person named or by one whom it fits. */
abstract class OnCase extends Step {
  protected readonly who: Person | 'fit';
  protected readonly pick: number;

  constructor(who: Person | 'fit', pick: number) {
    super();
    this.who = who;
    this.pick = pick;
  }

  override check(model?: Pick<CityModel, 'cases'>): boolean {
    return (model?.cases.length ?? 0) > 0;
  }

  /** One of the cases; where it is done by whom it fits, one that it can be done to, if there is any. */
  protected of(model: CityModel, fits: (of: Case) => boolean = () => true): Case {
    const fitting = this.who === 'fit' ? model.cases.filter(fits) : [];
    const among = fitting.length > 0 ? fitting : model.cases;
    const found = among[this.pick % among.length];
    if (!found) throw new Error('there is no case');
    return found;
  }
}

export class Assign extends OnCase {
  protected override readonly kindOfStep = 'assign';

  private readonly units: readonly UnitAsked[];

  constructor(who: Person | 'fit', pick: number, units: readonly UnitAsked[]) {
    super(who, pick);
    this.units = units;
  }

  async run(model: CityModel, real: RealCity): Promise<void> {
    const of = this.of(model, (one) => model.assign(one, this.units) !== undefined);
    const who = this.who === 'fit' ? 'operator' : this.who;
    const body = { units: this.units, quality: TEXT, feedback: TEXT };
    const answer = await real.post(who, `cases/${of.number}/assignments`, body, of.revision);
    const change = model.assign(of, this.units);
    const verdict = model.rights(who, 'assign', of) ?? (change ? 'done' : 'refused');
    await this.compare(real, of, answer, verdict, change);
  }

  override toString(): string {
    return `${this.who} assigns to ${this.units.map(({ unitId, role }) => `${unitId} (${role})`).join(', ')}`;
  }
}

export class OnDuty extends OnCase {
  protected override readonly kindOfStep: string;

  private readonly what: string;
  private readonly duty: number;
  private readonly say: string;

  constructor(who: Person | 'fit', pick: number, what: string, duty: number, say: string) {
    super(who, pick);
    this.what = what;
    this.duty = duty;
    this.say = say;
    this.kindOfStep = what;
  }

  async run(model: CityModel, real: RealCity): Promise<void> {
    const can = (one: Case, duty: Duty): boolean =>
      typeof model.onDuty(fitting(this.what, duty.unitId), this.what, one, duty, this.say) !== 'string';
    const of = this.of(model, (one) => one.duties.some((duty) => can(one, duty)));
    const able = this.who === 'fit' ? of.duties.filter((duty) => can(of, duty)) : [];
    const among = able.length > 0 ? able : of.duties;
    const duty = among[this.duty % Math.max(1, among.length)];
    const who = this.who === 'fit' ? fitting(this.what, duty?.unitId) : this.who;
    const { path = '', body = () => ({}) } = ON_DUTIES[this.what] ?? {};
    const address = `cases/${of.number}/assignments/${duty?.id ?? 'a1'}/${path}`;
    // What a unit that is not online answered is entered by the center, with the way it came.
    const entered = BY_UNITS.includes(this.what) && isOfCenter(who) ? { way: 'phone' } : {};
    const answer = await real.post(who, address, { ...body(this.say), ...entered }, of.revision);
    const outcome = model.rights(who, this.what, of) ?? model.onDuty(who, this.what, of, duty, this.say);
    if (typeof outcome === 'string') await this.compare(real, of, answer, outcome);
    else await this.compare(real, of, answer, 'done', outcome);
  }

  override toString(): string {
    return `${this.who} ${this.what} ${this.duty} ${this.say}`;
  }
}

function isOfCenter(who: Person): boolean {
  return PEOPLE[who].unit === undefined;
}

function fitting(what: string, unitId: string | undefined): Person {
  if (!BY_UNITS.includes(what)) return 'director';
  return unitId === 'water' ? 'water-head' : unitId === 'housing' ? 'housing-head' : 'operator';
}

export class CallBack extends OnCase {
  protected override readonly kindOfStep = 'call back';

  private readonly isContent: boolean;

  constructor(who: Person | 'fit', pick: number, isContent: boolean) {
    super(who, pick);
    this.isContent = isContent;
  }

  async run(model: CityModel, real: RealCity): Promise<void> {
    const of = this.of(model, ({ stage }) => stage === 'completed');
    const who = this.who === 'fit' ? 'operator' : this.who;
    const satisfaction = this.isContent ? 'satisfied' : 'dissatisfied';
    const body = { result: 'reached', contactedByUnit: true, solved: this.isContent, satisfaction, text: TEXT };
    const answer = await real.post(who, `cases/${of.number}/callbacks`, body, of.revision);
    const change = model.callBack(of, this.isContent);
    await this.compare(
      real,
      of,
      answer,
      model.rights(who, 'record-callback', of) ?? (change ? 'done' : 'refused'),
      change,
    );
  }

  override toString(): string {
    return `${this.who} calls back: ${this.isContent ? 'content' : 'not content'}`;
  }
}

export class Look extends OnCase {
  protected override readonly kindOfStep = 'look';

  async run(model: CityModel, real: RealCity): Promise<void> {
    const of = this.of(model);
    const who = this.who === 'fit' ? 'mayor' : this.who;
    const isUnknown = model.rights(who, 'look', of) === 'unknown';
    ensureStatus(this.toString(), await real.read(who, of.number), isUnknown ? 'unknown' : 'done');
    real.count(this.kindOfStep, isUnknown ? 'unknown' : 'done');
  }

  override toString(): string {
    return `${this.who} looks`;
  }
}
