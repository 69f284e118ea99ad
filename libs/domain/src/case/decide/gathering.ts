import { ensure } from '../../domain-error.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { event } from './decision.ts';

/** 突发集中诉求: the case is one of many about one thing, which the case of that number opened. Errors: incident.joined-before. */
export function joinIncident(state: CaseState, command: CaseCommandOf<'join-incident'>): NewCaseEvent[] {
  ensure(!state.incident, 'incident.joined-before', { incident: state.incident });
  return [event('IncidentJoined', { incident: command.incident })];
}

/** Nothing more is expected of the incident that this case opened. Errors: incident.not-open. */
export function endIncident(state: CaseState, command: CaseCommandOf<'end-incident'>): NewCaseEvent[] {
  ensure(state.incidentOpen, 'incident.not-open');
  return [event('IncidentEnded', { text: command.text })];
}
