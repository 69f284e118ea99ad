import type { Instant } from '../instant.ts';
import type { Policy } from '../policy/policy.ts';
import type { WorkingCalendar } from '../working-time/desk-time.ts';
import type { CaseEvent } from './case-event.ts';

/** One line of why a deadline is what it is. `code` is stable; the sentences are for people. */
export interface DeadlineLine {
  readonly code: string;
  readonly at?: Instant;
  readonly zh: string;
  readonly en: string;
}

/** The lines of one deadline: an assignment's (`a1`), or the citizen's own clock (`citizen`). */
export interface DeadlineExplanation {
  readonly subject: string;
  readonly lines: readonly DeadlineLine[];
}

/** Explains every deadline of a case line by line, from its events alone (DESIGN, section 9). */
export function explainDeadlines(
  events: readonly CaseEvent[],
  policy: Policy,
  calendar: WorkingCalendar,
): DeadlineExplanation[] {
  void calendar;
  const lines = new Map<string, DeadlineLine[]>();
  const say = (subject: string, line: DeadlineLine): void =>
    void lines.set(subject, [...(lines.get(subject) ?? []), line]);
  for (const event of events) {
    if (event.type === 'CaseAssigned')
      for (const { assignmentId, dueAt } of event.payload.assignments) {
        say(assignmentId, {
          code: 'began',
          at: event.at,
          zh: `交办，适用${policy.name}`,
          en: `assigned under policy ${policy.version}`,
        });
        say(assignmentId, { code: 'due', at: dueAt, zh: '办结反馈时限', en: 'due' });
      }
  }
  return [...lines].map(([subject, of]) => ({ subject, lines: of }));
}
