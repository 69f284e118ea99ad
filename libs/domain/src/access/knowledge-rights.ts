import type { ArticleCommandType } from '../knowledge/article-event.ts';
import type { ArticleState } from '../knowledge/article-state.ts';
import { isOfCenter, isOfUnit, OPERATORS, SHIFT_LEADERS, SUPERVISORS, UNITS, type Actor } from './actor.ts';

/**
 * Who may do what to the knowledge base. The desk writes and doubts, a supervisor or the director publishes what another
 * wrote; a unit writes at the articles it answers for, and its head confirms them.
 */
const RIGHTS: Readonly<Record<ArticleCommandType, readonly Actor['role'][]>> = {
  draft: OPERATORS,
  revise: [...OPERATORS, ...UNITS],
  submit: [...OPERATORS, ...UNITS],
  review: SUPERVISORS,
  doubt: OPERATORS,
  confirm: [...SUPERVISORS, 'unit-head'],
  withdraw: SUPERVISORS,
  act: ['machine'],
};

/** The unit that answers for the article as it is offered, or as it was first written. */
function ownerOf({ published, draft }: ArticleState): string | undefined {
  return (published ?? draft)?.ownerUnitId;
}

/** Whether a role lets a person do this to an article. A unit's people need one that their unit owns. */
export function mayDoArticle(actor: Actor, type: ArticleCommandType, state?: ArticleState): boolean {
  if (!RIGHTS[type].includes(actor.role)) return false;
  if (!isOfUnit(actor) || !state) return true;
  return actor.unitId !== undefined && ownerOf(state) === actor.unitId;
}

/** The center sees all of the base; anybody else what is offered, and a unit what it owns. */
export function maySeeArticle(actor: Actor, state: ArticleState): boolean {
  return state.status === 'published' || mayKeepArticle(actor, state);
}

export function seesWholeBase(actor: Actor): boolean {
  return isOfCenter(actor) || actor.role === 'machine';
}

/** Who keeps an article sees what is being written of it, and its history: the center, and the unit that owns it. */
export function mayKeepArticle(actor: Actor, state: ArticleState): boolean {
  return seesWholeBase(actor) || (actor.unitId !== undefined && ownerOf(state) === actor.unitId);
}

/** What a person may do to an article now, for the buttons of its page. */
export function articleActions(state: ArticleState, actor: Actor): ArticleCommandType[] {
  const { draft, published, status } = state;
  const possible: Readonly<Record<ArticleCommandType, boolean>> = {
    draft: false,
    revise: true,
    submit: draft !== undefined && !draft.submitted,
    review: draft?.submitted === true && !draft.authors.includes(actor.userId),
    doubt: published !== undefined && !published.expired,
    confirm: published !== undefined,
    withdraw: status !== 'withdrawn',
    act: false,
  };
  const types = Object.keys(RIGHTS) as ArticleCommandType[];
  return types.filter((type) => possible[type] && mayDoArticle(actor, type, state));
}

/** 今日看板 is kept by supervisors, the director, and the operator who leads the shift; the whole center reads it. */
export function mayKeepBoard({ role }: Actor, leadsShift: boolean): boolean {
  return SHIFT_LEADERS.includes(role) || (role === 'operator' && leadsShift);
}

export function mayReadBoard(actor: Actor): boolean {
  return isOfCenter(actor) || actor.role === 'mayor' || actor.role === 'deputy-mayor';
}
