import { WholeProcess } from '../../integration/whole-process.ts';
import { shapeOf } from '../control/case-shape.ts';
import type { CaseStep } from '../control/control.workflow.ts';
import type { BenchHouse, Lasting } from '../house/bench-house.ts';
import { remindingSoon } from '../hotline/bench-policies.ts';
import { costOf, playStandardCase, type CaseCost } from '../standard-case.ts';

/** One standard case, each step of which came after the process had come to rest. */
export interface StandardHistory extends Lasting {
  readonly cost: CaseCost;
  /** What the control does the same of. */
  readonly shape: readonly CaseStep[];
}

const REMINDED_AFTER_SECONDS = 3;

/** The history of one standard case; played once for all parts that ask. */
export function standardHistory(house: BenchHouse): Promise<StandardHistory> {
  return house.keep('the standard case', async () => {
    const whole = await WholeProcess.startInRealTime(
      remindingSoon(REMINDED_AFTER_SECONDS),
      await house.migratedDatabase(),
      await house.startTemporal(),
    );
    try {
      const caseNumber = await playStandardCase(whole);
      const { events } = await whole.history(caseNumber);
      return { cost: await costOf(whole, caseNumber), shape: shapeOf(events ?? []), stop: async () => undefined };
    } finally {
      await whole.stop();
    }
  });
}
