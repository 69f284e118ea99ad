import type { Case } from '@hotline/contracts-http';

/** What the people know together: the cases they have heard of. */
export class Town {
  readonly #cases = new Map<string, Case['stage']>();
  readonly #ofUnit = new Map<string, Set<string>>();

  /** Somebody has seen a case. */
  saw({ caseNumber, stage, assignments }: Case): void {
    this.#cases.set(caseNumber, stage);
    for (const { unitId } of assignments) {
      const cases = this.#ofUnit.get(unitId) ?? new Set();
      this.#ofUnit.set(unitId, cases.add(caseNumber));
    }
  }

  get open(): readonly string[] {
    return this.#inStages((stage) => stage !== 'closed' && stage !== 'declined');
  }

  get closed(): readonly string[] {
    return this.#inStages((stage) => stage === 'closed');
  }

  openOf(unitId: string): readonly string[] {
    return this.open.filter((caseNumber) => this.#ofUnit.get(unitId)?.has(caseNumber));
  }

  #inStages(holds: (stage: Case['stage']) => boolean): string[] {
    return [...this.#cases].filter(([, stage]) => holds(stage)).map(([caseNumber]) => caseNumber);
  }
}
