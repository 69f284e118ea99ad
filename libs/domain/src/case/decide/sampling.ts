import { isSampled } from '../../closing/sample.ts';
import type { DecisionContext } from '../../decision-context.ts';
import type { Effect } from '../../ledger/effect.ts';
import type { Ladder } from '../../ledger/ladder.ts';
import type { CaseState } from '../case-state.ts';
import { ladder, termOfWait, waitFromNow } from './decision.ts';

export const SAMPLE = 'sample';

/** Nobody looks again: the center's own second look was the one. */
export const NO_LOOK: { set: Ladder[]; effects: Effect[] } = { set: [], effects: [] };

/**
 * 抽查: a sample of the cases that close although their citizen last said that it is not solved, or that he is not
 * satisfied, is looked at once more by a quality checker; each case once.
 */
export function sampleLook(state: CaseState, context: DecisionContext): typeof NO_LOOK {
  const { citizenWord: word, sampleLooked, training, caseNumber } = state;
  const against = word !== undefined && (!word.solved || word.satisfaction === 'dissatisfied');
  if (!against || sampleLooked || training || !isSampled(caseNumber, context.policy.closing.sampleRate)) return NO_LOOK;
  const wait = waitFromNow('sampleLook', context);
  return {
    set: [ladder('sample', SAMPLE, termOfWait(state), wait, context)],
    effects: [{ code: 'task:sample-look:quality', subject: SAMPLE, due: wait.due }],
  };
}
