import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { ensureNear } from '../../instant.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { event, ladder, laddersOf, tellUnit, termOfWait } from './decision.ts';
import { issueDocument } from './issuing.ts';
import { confronted, pursued } from './supervising.ts';

/**
 * 现场办公 arranged, or arranged anew: the unit is invited with a calendar entry; what came of it is asked for when it is over.
 * Errors: on-site.in-past.
 */
export function planOnSiteSession(
  state: CaseState,
  { assignmentId, startsAt, place, party, car }: CaseCommandOf<'plan-on-site-session'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const assignment = pursued(state, assignmentId, context);
  ensureNear(context.now, startsAt);
  ensure(startsAt > context.now, 'on-site.in-past');
  const subject = laddersOf.onSite(assignment.id);
  const due = context.time.add(startsAt, context.policy.waits.onSiteRecord).at;
  const set = [ladder('on-site', subject, termOfWait(state), { start: startsAt, due }, context)];
  const { onSite, onSites = 0 } = assignment;
  const [session, sequence] = onSite ? [onSites, onSite.sequence + 1] : [onSites + 1, 0];
  const facts = { assignmentId, startsAt, place, party, ...(car ? { car } : {}), session, sequence };
  const effects = tellUnit(assignment, ['notice:on-site-session:handler', 'notice:on-site-session:head']);
  return [event('OnSiteSessionPlanned', facts, { ladders: { set }, effects })];
}

/** An arranged session does not take place. Errors: on-site.not-planned. */
export function cancelOnSiteSession(
  state: CaseState,
  { assignmentId, text }: CaseCommandOf<'cancel-on-site-session'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const assignment = confronted(state, assignmentId, context);
  ensure(assignment.onSite, 'on-site.not-planned');
  const effects = tellUnit(assignment, ['notice:on-site-session:handler', 'notice:on-site-session:head']);
  const drop = [laddersOf.onSite(assignment.id)];
  return [event('OnSiteSessionCancelled', { assignmentId, text }, { ladders: { drop }, effects })];
}

/** 现场办公: findings and agreement of a session on the spot, arranged before or not. Errors: on-site.not-yet. */
export function recordOnSiteSession(
  state: CaseState,
  { assignmentId, text, agreement, photoIds }: CaseCommandOf<'record-on-site-session'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const { id, onSite } = confronted(state, assignmentId, context);
  ensure(!onSite || onSite.startsAt <= context.now, 'on-site.not-yet');
  const facts = {
    assignmentId: id,
    text,
    ...(agreement ? { agreement } : {}),
    ...(photoIds?.length ? { photoIds } : {}),
  };
  return [event('OnSiteSessionRecorded', facts, { ladders: { drop: [laddersOf.onSite(id)] } })];
}

/** 约谈, held: who came, what was said and agreed. Errors: talk.not-then. */
export function recordTalk(
  state: CaseState,
  { assignmentId, heldAt, attendees, text }: CaseCommandOf<'record-talk'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const { id } = confronted(state, assignmentId, context);
  ensureNear(context.now, heldAt);
  ensure(heldAt <= context.now && heldAt >= state.registeredAt, 'talk.not-then');
  return [
    event('TalkHeld', { assignmentId: id, heldAt, attendees, text }, { ladders: { drop: [laddersOf.talk(id)] } }),
  ];
}

/** 通报批评: the director publishes it, and nobody in his place; a numbered paper that the unit's head is sent. */
export function publishCriticism(
  state: CaseState,
  { assignmentId, text }: CaseCommandOf<'publish-criticism'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const assignment = pursued(state, assignmentId, context);
  const effects = tellUnit(assignment, ['notice:public-criticism:head', 'notice:public-criticism:handler']);
  const drop = [laddersOf.criticism(assignment.id)];
  const published = event('CriticismPublished', { assignmentId, text }, { ladders: { drop }, effects });
  return [published, issueDocument(state, { kind: 'public-criticism', assignment, text, before: 1 }, context)];
}
