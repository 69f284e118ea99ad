import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { event, inStage } from './decision.ts';
import { comeBack } from './reopening.ts';
import { SAMPLE } from './sampling.ts';

/** 抽查结论: the closing stands, or the case comes back. Errors: sample.not-awaited. */
export function recordSampleLook(
  state: CaseState,
  { stands, text }: CaseCommandOf<'record-sample-look'>,
  context: DecisionContext,
): NewCaseEvent[] {
  inStage(state, 'closed');
  ensure(state.ladders.running[SAMPLE], 'sample.not-awaited');
  const recorded = event('SampleLookRecorded', { stands, text }, { ladders: { drop: [SAMPLE] } });
  return stands ? [recorded] : [recorded, ...comeBack(state, text, context)];
}
