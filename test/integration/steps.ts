import {
  acknowledgeAssignment,
  assignCase,
  getCase,
  recordCallback,
  recordContact,
  registerCase,
  reviewFeedback,
  submitFeedback,
  type CaseView,
  type RecordCallbackInput,
  type RegisterCaseInput,
} from '@hotline/application';
import { DEFAULT_CLOSING, isSampled, type Outcome } from '@hotline/domain';
import { REQUEST, type Person } from './small-city.ts';
import type { WholeProcess } from './whole-process.ts';

/** The steps that every story is told with, each by the person whose step it is. */
export class Steps {
  readonly #whole: Pick<WholeProcess, 'city' | 'now'>;
  constructor(whole: Pick<WholeProcess, 'city' | 'now'>) {
    this.#whole = whole;
  }

  async registered(more: Partial<RegisterCaseInput> = {}): Promise<string> {
    return (await registerCase(this.#whole.city.as('operator'), { ...REQUEST, ...more })).caseNumber;
  }

  /** Registered under a number that is in the sample of the policy, or is not. */
  async registeredInSample(wanted: boolean): Promise<string> {
    for (;;) {
      const caseNumber = await this.registered();
      if (isSampled(caseNumber, DEFAULT_CLOSING.sampleRate) === wanted) return caseNumber;
    }
  }

  /** Registered and assigned: the first unit leads. */
  async assigned(units: readonly string[] = ['water'], more: Partial<RegisterCaseInput> = {}): Promise<string> {
    const caseNumber = await this.registered(more);
    await this.assign(caseNumber, units);
    return caseNumber;
  }

  async assign(caseNumber: string, units: readonly string[]): Promise<CaseView> {
    return assignCase(this.#whole.city.as('operator'), {
      caseNumber,
      units: units.map((unitId, index) => ({ unitId, role: index === 0 ? ('lead' as const) : ('co' as const) })),
      quality: '查明原因，恢复供水',
      feedback: '先答复市民，再书面反馈',
    });
  }

  async acknowledged(units: readonly string[] = ['water'], more: Partial<RegisterCaseInput> = {}): Promise<string> {
    const caseNumber = await this.assigned(units, more);
    for (const [index, unitId] of units.entries()) {
      await this.acknowledge(caseNumber, `a${index + 1}`, handlerOf(unitId));
      await this.contact(caseNumber, `a${index + 1}`, handlerOf(unitId));
    }
    return caseNumber;
  }

  async acknowledge(caseNumber: string, assignmentId = 'a1', by: Person = 'water-handler'): Promise<CaseView> {
    return acknowledgeAssignment(this.#whole.city.as(by), { caseNumber, assignmentId, ...answeredTo(by) });
  }

  /** The unit spoke with the citizen, as it owes him within a working day. */
  async contact(caseNumber: string, assignmentId = 'a1', by: Person = 'water-handler'): Promise<CaseView> {
    const contactedAt = await this.#whole.now();
    const words = { contactedAt, contactMethod: 'phone', text: '已联系市民，约定上门' } as const;
    return recordContact(this.#whole.city.as(by), { caseNumber, assignmentId, ...words });
  }

  async feedBack(
    caseNumber: string,
    {
      assignmentId = 'a1',
      by = 'water-handler',
      outcome = 'solved',
      booksReviewAt,
    }: { assignmentId?: string; by?: Person; outcome?: Outcome; booksReviewAt?: string } = {},
  ): Promise<CaseView> {
    const contactedAt = await this.#whole.now();
    const words = { text: '已查明并答复市民', contactedAt, contactMethod: 'phone' } as const;
    return submitFeedback(this.#whole.city.as(by), {
      caseNumber,
      assignmentId,
      outcome,
      ...words,
      ...answeredTo(by),
      ...(booksReviewAt ? { booksReviewAt } : {}),
    });
  }

  async accept(caseNumber: string, assignmentId = 'a1'): Promise<CaseView> {
    return reviewFeedback(this.#whole.city.as('operator'), { caseNumber, assignmentId, accepted: true });
  }

  async reject(caseNumber: string, assignmentId = 'a1'): Promise<CaseView> {
    return reviewFeedback(this.#whole.city.as('operator'), {
      caseNumber,
      assignmentId,
      accepted: false,
      text: '没有写明何时恢复',
    });
  }

  /** Completed: fed back and accepted by the one unit. */
  async completed(more: Partial<RegisterCaseInput> = {}): Promise<string> {
    const caseNumber = await this.acknowledged(['water'], more);
    await this.feedBack(caseNumber);
    await this.accept(caseNumber);
    return caseNumber;
  }

  async callBack(caseNumber: string, answers: Omit<RecordCallbackInput, 'caseNumber'>): Promise<CaseView> {
    return recordCallback(this.#whole.city.as('operator'), { caseNumber, ...answers });
  }

  async satisfied(caseNumber: string): Promise<CaseView> {
    return this.callBack(caseNumber, {
      result: 'reached',
      contactedByUnit: true,
      solved: true,
      satisfaction: 'satisfied',
    });
  }

  async dissatisfied(caseNumber: string): Promise<CaseView> {
    return this.callBack(caseNumber, {
      result: 'reached',
      contactedByUnit: true,
      solved: false,
      satisfaction: 'dissatisfied',
      text: '还是没水',
    });
  }

  async view(caseNumber: string, by: Person = 'director'): Promise<CaseView> {
    return getCase(this.#whole.city.as(by), { caseNumber });
  }

  /** `a1/due:red` for each rung that acted, in order. */
  async rungs(caseNumber: string): Promise<string[]> {
    const { timeline } = await this.view(caseNumber);
    return timeline.flatMap(({ type, payload }) =>
      type === 'RungActed' ? [`${String(payload['subject'])}:${String(payload['rung'])}`] : [],
    );
  }
}

/** The center enters what a unit that is not online said on the phone. */
const answeredTo = (by: Person): { way?: 'phone' } => (by === 'operator' ? { way: 'phone' } : {});

export function handlerOf(unitId: string): Person {
  return unitId === 'housing' ? 'housing-handler' : 'water-handler';
}

export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;
export const after = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();
