import { after, between, DESK, WORKING_DAY, type Hours } from './desk-time.ts';

export const PEOPLE = {
  operator: { role: 'operator', unit: undefined },
  supervisor: { role: 'supervisor', unit: undefined },
  director: { role: 'director', unit: undefined },
  deputy: { role: 'deputy-mayor', unit: undefined },
  mayor: { role: 'mayor', unit: undefined },
  admin: { role: 'administrator', unit: undefined },
  'water-handler': { role: 'unit-handler', unit: 'water' },
  'water-head': { role: 'unit-head', unit: 'water' },
  'housing-handler': { role: 'unit-handler', unit: 'housing' },
  'housing-head': { role: 'unit-head', unit: 'housing' },
} as const;
export type Person = keyof typeof PEOPLE;

export const UNITS = ['water', 'housing', 'village'] as const;
/** Those that are online. */
const MEMBERS: readonly string[] = ['water', 'housing'];
export const TERMS = { consultation: 1, help: 5, complaint: 5, suggestion: 10 } as const;
export type Kind = keyof typeof TERMS;

export interface Duty {
  readonly id: string;
  readonly unitId: string;
  readonly role: 'lead' | 'co';
  status: string;
  designated: boolean;
  acknowledged: boolean;
  term: number;
  extensions: number;
  asked: boolean;
  held: string | undefined;
  acknowledgeBy: string;
  dueAt: string;
  readonly days: number;
}

export interface Case {
  readonly number: string;
  readonly kind: Kind;
  revision: number;
  stage: string;
  returns: number;
  redos: number;
  readonly duties: Duty[];
}

export interface UnitAsked {
  readonly unitId: string;
  readonly role: 'lead' | 'co';
}

/** What a request must be answered with: done, refused by a rule, not allowed, or as if it did not exist. */
export type Verdict = 'done' | 'refused' | 'forbidden' | 'unknown';

/** Something the model may be wrong about, to see that it is noticed. */
export type Mistake = 'heads acknowledge nothing' | 'no lunch' | 'a return stays with its unit';

const CENTER = ['operator', 'supervisor', 'director'];
const OF_UNITS = ['unit-handler', 'unit-head'];

/** Of which duties something can be asked by a unit for itself; the rest is the center's. */
const BY_UNITS: readonly string[] = ['acknowledge', 'return', 'request-extension', 'submit-feedback'];

/** What the city would be by a simple reading of the rules (DESIGN, sections 2 and 7), without anything of the house's own. */
export class CityModel {
  readonly cases: Case[] = [];
  readonly #mistake: Mistake | undefined;
  readonly #hours: Hours;

  constructor(mistake?: Mistake) {
    this.#mistake = mistake;
    // Longer days, so that it is wrong at any time of day: with as many hours, a term begun in a morning would end as it must.
    this.#hours = mistake === 'no lunch' ? [[8 * 60 + 30, 17 * 60 + 30]] : DESK;
  }

  /** Whether somebody sees a case, and may do this to it at all. */
  rights(who: Person, what: string, of: Case): 'unknown' | 'forbidden' | undefined {
    const { role, unit } = PEOPLE[who];
    const bound = of.duties.filter(({ status }) => status !== 'withdrawn');
    const sees =
      [...CENTER, 'mayor', 'administrator'].includes(role) ||
      (role === 'deputy-mayor' && bound.length > 0) ||
      bound.some(({ unitId }) => unitId === unit);
    if (!sees) return 'unknown';
    if (this.#mistake === 'heads acknowledge nothing' && what === 'acknowledge' && role === 'unit-head')
      return 'forbidden';
    if (CENTER.includes(role) || (BY_UNITS.includes(what) && OF_UNITS.includes(role))) return undefined;
    return 'forbidden';
  }

  register(who: Person): Verdict {
    return CENTER.includes(PEOPLE[who].role) ? 'done' : 'forbidden';
  }

  /** The units that a case given to these would have, or nothing when it cannot be. */
  assign(of: Case, asked: readonly UnitAsked[]): ((now: string) => void) | undefined {
    if (!isUnderWay(of)) return undefined;
    const active = of.duties.filter(({ status }) => status !== 'withdrawn');
    const leads = asked.filter(({ role }) => role === 'lead').map(({ unitId }) => unitId);
    const replaced = active.filter(
      ({ role, status, unitId }) =>
        of.stage === 'registered' && role === 'co' && status !== 'accepted' && leads.includes(unitId),
    );
    const stay = active.filter((duty) => !replaced.includes(duty));
    const bound = [...stay.filter(({ status }) => status !== 'accepted'), ...asked].map(({ unitId }) => unitId);
    if ([...stay, ...asked].filter(({ role }) => role === 'lead').length !== 1) return undefined;
    if (new Set(bound).size !== bound.length) return undefined;
    return (now) => {
      for (const duty of replaced) duty.status = 'withdrawn';
      of.stage = 'assigned';
      for (const { unitId, role } of asked) of.duties.push(this.#duty(of, { unitId, role }, now));
    };
  }

  #duty(of: Case, { unitId, role }: UnitAsked, now: string): Duty {
    const days = TERMS[of.kind];
    const anew = { status: 'waiting', designated: false, acknowledged: false, term: 1, extensions: 0, asked: false };
    const dueAt = after(now, days * WORKING_DAY, this.#hours);
    const acknowledgeBy = after(now, WORKING_DAY, this.#hours);
    return { id: `a${of.duties.length + 1}`, unitId, role, ...anew, held: undefined, acknowledgeBy, dueAt, days };
  }

  /** What a duty becomes by something that is done about it, or why it does not. */
  onDuty(who: Person, what: string, of: Case, duty: Duty | undefined, say: string): Verdict | ((now: string) => void) {
    const { role, unit } = PEOPLE[who];
    if (!isUnderWay(of)) return 'refused';
    if (!duty || (unit !== undefined && duty.unitId !== unit)) return 'unknown';
    if (BY_UNITS.includes(what) && unit === undefined && MEMBERS.includes(duty.unitId)) return 'refused';
    return this.#done(what, of, duty, { say, isDirector: role === 'director' }) ?? 'refused';
  }

  #done(
    what: string,
    of: Case,
    duty: Duty,
    { say, isDirector }: { say: string; isDirector: boolean },
  ): ((now: string) => void) | undefined {
    const when = (fits: boolean, then: (now: string) => void) => (fits ? then : undefined);
    const { status } = duty;
    switch (what) {
      case 'acknowledge':
        return when(status === 'waiting', () => Object.assign(duty, { status: 'working', acknowledged: true }));
      case 'return':
        return when(
          ['waiting', 'working'].includes(status) && !duty.designated && !duty.asked && duty.term === 1,
          (now) => {
            Object.assign(duty, { status: 'return-pending', held: now });
            of.returns += 1;
          },
        );
      case 'rule-return':
        return when(status === 'return-pending' && (say === 'designated' ? isDirector : of.returns < 3), (now) =>
          this.#rule(of, duty, say, now),
        );
      case 'request-extension':
        return when(status === 'working' && !duty.asked && duty.extensions + 1 <= duty.days, () => {
          duty.asked = true;
        });
      case 'decide-extension':
        return when(status === 'working' && duty.asked && (duty.extensions === 0 || isDirector), () => {
          duty.asked = false;
          if (say !== 'yes') return;
          const dueAt = after(duty.dueAt, WORKING_DAY, this.#hours);
          Object.assign(duty, { dueAt, extensions: duty.extensions + 1, term: duty.term + 1 });
        });
      case 'suspend':
        return when(status === 'working' && !duty.asked, (now) =>
          Object.assign(duty, { status: 'suspended', held: now }),
        );
      case 'resume':
        return when(status === 'suspended', (now) => this.#goOn(duty, 'working', now));
      case 'submit-feedback':
        return when(status === 'working', () => Object.assign(duty, { status: 'feedback', asked: false }));
      case 'review':
        return when(status === 'feedback', () => {
          duty.status = say === 'yes' ? 'accepted' : 'working';
          completeWhenDone(of);
        });
      default:
        throw new Error(`the model knows nothing of ${what}`);
    }
  }

  #goOn(duty: Duty, status: string, now: string): void {
    const stood = between(duty.held ?? now, now, this.#hours);
    Object.assign(duty, { status, held: undefined, dueAt: after(duty.dueAt, stood, this.#hours) });
  }

  #rule(of: Case, duty: Duty, say: string, now: string): void {
    if (say !== 'accepted') {
      this.#goOn(duty, duty.acknowledged ? 'working' : 'waiting', now);
      duty.designated ||= say === 'designated';
      return;
    }
    const status = this.#mistake === 'a return stays with its unit' ? 'waiting' : 'withdrawn';
    Object.assign(duty, { status, held: undefined });
    if (of.duties.some(({ role, status }) => role === 'lead' && status !== 'withdrawn')) completeWhenDone(of);
    else of.stage = 'registered';
  }

  /** 回访: a citizen who is content ends it; one who is not sends it back to the lead, twice; then the center looks itself. */
  callBack(of: Case, isContent: boolean): ((now: string) => void) | undefined {
    if (of.stage !== 'completed') return undefined;
    return (now) => {
      if (isContent) of.stage = 'closed';
      else if (of.redos === 2) of.stage = 'second-look';
      else {
        Object.assign(of, { redos: of.redos + 1, stage: 'assigned' });
        for (const duty of of.duties)
          if (duty.role === 'lead' && duty.status !== 'withdrawn') {
            const dueAt = after(now, duty.days * WORKING_DAY, this.#hours);
            Object.assign(duty, { status: 'working', term: duty.term + 1, asked: false, dueAt });
          }
      }
    };
  }
}

function isUnderWay({ stage }: Case): boolean {
  return stage === 'registered' || stage === 'assigned';
}

function completeWhenDone(of: Case): void {
  const bound = of.duties.filter(({ status }) => status !== 'withdrawn');
  if (of.stage === 'assigned' && bound.every(({ status }) => status === 'accepted')) of.stage = 'completed';
}
