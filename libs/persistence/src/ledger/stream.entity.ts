import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type {
  ArticleState,
  CaseState,
  ConferenceState,
  InvitationState,
  MeetingState,
  ReportState,
  RulesChangeState,
} from '@hotline/domain';

export type StreamState =
  | CaseState
  | MeetingState
  | ReportState
  | ArticleState
  | RulesChangeState
  | ConferenceState
  | InvitationState;

/** The head of a stream, and the row that is locked to change it. `state` is the fold of its events. */
export const StreamEntity = defineEntity({
  name: 'Stream',
  tableName: 'stream',
  properties: {
    id: p.string().primary(),
    kind: p.string().$type<'case' | 'meeting' | 'report' | 'article' | 'rules' | 'conference' | 'invitation'>(),
    headNumber: p.integer(),
    headHash: p.string(),
    /** The ETag: rises only with people's events. */
    revision: p.integer(),
    state: p.json<StreamState>(),
    /** Something is still to happen, so a workflow is owed. */
    open: p.boolean(),
  },
});
export type Stream = InferEntity<typeof StreamEntity>;
