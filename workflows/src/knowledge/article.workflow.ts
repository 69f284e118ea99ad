import type { HotlineAttributes, StreamWorkflowInput } from '@hotline/contracts-process';
import { evolveArticle, type ArticleEvent, type ArticleEventType, type ArticleState } from '@hotline/domain';
import { runStream } from '../stream/stream-process.ts';
import type { StreamDefinition, StreamStanding } from '../stream/stream-definition.ts';
import { shanghaiTime } from '../wording/shanghai-time.ts';

const EVENT_TYPES = Object.keys({
  ArticleDrafted: true,
  ArticleRevised: true,
  ArticleSubmitted: true,
  ArticleReviewed: true,
  ArticleDoubted: true,
  ArticleConfirmed: true,
  ArticleWithdrawn: true,
  DeadlinesMoved: true,
  RungActed: true,
} satisfies Record<ArticleEventType, true>);

/** An article of the knowledge base as a stream with a workflow. */
export const articleStream: StreamDefinition<ArticleState> = {
  eventTypes: EVENT_TYPES,
  evolve: { 1: (state, event) => evolveArticle(state, event as ArticleEvent) },
  attributes: articleAttributes,
  standing: articleStanding,
};

const standingOf = ({ published, draft }: ArticleState) => published ?? draft;

function articleAttributes(state: ArticleState): HotlineAttributes {
  const { categoryId, ownerUnitId } = standingOf(state) ?? {};
  return {
    HotlineStage: state.status,
    HotlineCategory: categoryId,
    HotlineUnits: ownerUnitId ? [ownerUnitId] : [],
    HotlineDue: state.published?.expiresAt,
  };
}

const STAGES = {
  draft: '草稿',
  'in-review': '审核中',
  published: '已发布',
  expired: '已过期，停用',
  withdrawn: '已撤下',
} as const;

function articleStanding(state: ArticleState): StreamStanding {
  const { published, draft, status, ladders } = state;
  const owner = published?.ownerUnitId ? `\`${published.ownerUnitId}\`` : '中心';
  const waitingFor = [
    ...(draft?.submitted ? [`审核人（非作者）：审核第${draft.version}版`] : []),
    ...(draft && !draft.submitted ? [`作者：写完第${draft.version}版并提交审核`] : []),
    ...(ladders.running['check'] ? [`${owner}：核对受理人员提出的疑问`] : []),
    ...(published?.expired ? [`${owner}：更新后重新发布，或确认新的有效期`] : []),
  ];
  const until = published?.expiresAt && !published.expired ? `，${shanghaiTime(published.expiresAt)}到期` : '';
  return { stage: `${STAGES[status]}${until}`, waitingFor };
}

/** An article from its draft until nothing of it is waited for. */
export async function articleWorkflow(input: StreamWorkflowInput): Promise<void> {
  await runStream(articleStream, input);
}
