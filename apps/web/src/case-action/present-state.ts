import {
  articleView,
  boardEntryView,
  caseView,
  conferenceView,
  instructionPart,
  invitationView,
  meetingView,
  reportView,
  rulesChangeView,
} from '@hotline/contracts-http';
import type { ApiProblem } from '../api/api-problem.ts';
import type { Changed, Target } from './action.ts';

/** What a 412 shows: the thing as it is now, when the answer holds it in full. */
export function presentState({ problem }: ApiProblem, target: Target): Changed | undefined {
  if (target.meetingId) {
    const { data } = meetingView.safeParse(problem.present);
    return data && { kind: 'meeting', meeting: data };
  }
  if (target.partId) {
    const { data } = instructionPart.safeParse(problem.present);
    if (data) return { kind: 'part', part: data };
  }
  if (target.conferenceId) {
    const { data } = conferenceView.safeParse(problem.present);
    return data && { kind: 'conference', conference: data };
  }
  if (target.invitationId) {
    const { data } = invitationView.safeParse(problem.present);
    return data && { kind: 'invitation', invitation: data };
  }
  if (target.reportId) {
    const { data } = reportView.safeParse(problem.present);
    return data && { kind: 'report', report: data };
  }
  if (target.articleId) {
    const { data } = articleView.safeParse(problem.present);
    return data && { kind: 'article', article: data };
  }
  if (target.entryId) {
    const { data } = boardEntryView.safeParse(problem.present);
    return data && { kind: 'board', entry: data };
  }
  if (target.changeId) {
    const { data } = rulesChangeView.safeParse(problem.present);
    return data && { kind: 'rules', rules: data };
  }
  const { data } = caseView.safeParse(problem.present);
  return data && { kind: 'case', case: data };
}

/** The revision of what is now there. */
export function revisionOf(changed: Changed): number | undefined {
  if (changed.kind === 'case') return changed.case.revision;
  if (changed.kind === 'meeting') return changed.meeting.revision;
  if (changed.kind === 'conference') return changed.conference.revision;
  if (changed.kind === 'invitation') return changed.invitation.revision;
  if (changed.kind === 'article') return changed.article.revision;
  if (changed.kind === 'part') return changed.part.revision;
  if (changed.kind === 'rules') return changed.rules.revision;
  if (changed.kind === 'board') return changed.entry.revision;
  return changed.kind === 'report' ? changed.report.revision : undefined;
}
