import type { DecisionContext } from '../../decision-context.ts';
import { ensureNear } from '../../instant.ts';
import { actOnRung } from '../../ledger/act.ts';
import type { Effect, EffectCode, ProposalKind } from '../../ledger/effect.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { AssignmentState, CaseState } from '../case-state.ts';
import { evolveNew } from './evolve-new.ts';
import { event } from './decision.ts';
import { issueDocument } from './issuing.ts';
import { isOfOneUnit, propose, proposalCame } from './proposing.ts';

/** Notices that are numbered papers. */
const PAPERS = ['supervision-notice', 'urging-notice'] as const;

/** The machine acts when a time has come; no event when a person came first. */
export function act(state: CaseState, command: CaseCommandOf<'act'>, context: DecisionContext): NewCaseEvent[] {
  ensureNear(context.now, command.at);
  const happening = actOnRung(state.ladders, command.key, command.at, context.time);
  if (!happening) return [];
  const { acted, key } = happening;
  const assignment = state.assignments[acted.subject.split('/')[0] ?? ''];
  const wasRead = acted.rung === 'unread' && command.noticeRead === true;
  const codes = wasRead ? [] : happening.effects;
  const effects = effectsOf(codes, acted.subject, assignment);
  const events = [event('RungActed', acted, { effects, actionKey: key })];
  const paper = PAPERS.find((kind) => codes.some((code) => code.startsWith(`notice:${kind}:`)));
  if (paper && assignment) events.push(issueDocument(state, { kind: paper, assignment, before: 1 }, context));

  const proposal = state.proposals[acted.subject.replace('proposal/', '')];
  if (proposal) return [...events, ...proposalCame(state, proposal, acted.rung, context)];
  for (const code of codes.filter((one) => one.startsWith('propose:'))) {
    const kind = code.slice('propose:'.length) as ProposalKind;
    const concerned = isOfOneUnit(kind) ? assignment : undefined;
    events.push(...propose(evolveNew(state, events, context), kind, concerned, context));
  }
  return events;
}

/** A unit that is not online reads no notices here: what it should be told becomes one phone call. */
function effectsOf(codes: readonly EffectCode[], subject: string, assignment: AssignmentState | undefined): Effect[] {
  const of = { subject, ...(assignment ? { unitId: assignment.unitId, due: assignment.dueAt } : {}) };
  const reads = assignment?.member ?? true;
  const meant = codes
    .filter((code) => !code.startsWith('propose:'))
    .map((code): EffectCode => (reads || !isForUnit(code) ? code : 'task:phone-urging:supervision'));
  return [...new Set(meant)].map((code) => ({ code, ...of }));
}

function isForUnit(code: EffectCode): boolean {
  return code.startsWith('notice:') && (code.endsWith(':handler') || code.endsWith(':head'));
}
