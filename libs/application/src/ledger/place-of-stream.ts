import { caseOfStream } from '@hotline/domain';
import { ofMissedCall } from '../notice/missed-call-facts.ts';
import { ofStay } from '../notice/stay-facts.ts';

/** What a task or a notice of a stream is about. */
export interface PlaceOfStream {
  /** A case, also by a meeting or report of it. */
  readonly caseNumber?: string;
  readonly articleId?: string;
  readonly conferenceId?: string;
  readonly invitationId?: string;
}

/** Where a stream leads; a missed caller's, a stay's and a change of the rules lead nowhere. */
export function placeOfStream(stream: string): PlaceOfStream {
  if (stream.startsWith('rules-') || ofMissedCall(stream) || ofStay(stream)) return {};
  if (stream.startsWith('article-')) return { articleId: stream };
  if (stream.startsWith('conference-')) return { conferenceId: stream };
  if (stream.startsWith('invitation-')) return { invitationId: stream };
  return { caseNumber: caseOfStream(stream) };
}
