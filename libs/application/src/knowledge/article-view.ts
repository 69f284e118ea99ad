import {
  articleActions,
  mayKeepArticle,
  type Actor,
  type ArticleCommandType,
  type ArticleState,
  type ArticleStatus,
  type Instant,
} from '@hotline/domain';
import {
  ArticleEntity,
  ArticleVersionEntity,
  eventsAfter,
  type ArticleVersion,
  type Stream,
} from '@hotline/persistence';
import { timelineOf, type TimelineEntry } from '../case/timeline.ts';
import { namesOfPeople, type NameOf } from '../organisation/names.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** What one version of an article says. */
export interface ArticleVersionView {
  readonly version: number;
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly sources: readonly string[];
  readonly categoryId: string;
  readonly ownerUnitId?: string;
  readonly validUntil?: string;
  readonly writtenByName: string;
  readonly writtenAt: Instant;
  readonly publishedByName?: string;
  readonly publishedAt?: Instant;
}

/** An article as people see it: what is offered, and for those who keep it what is being written. */
export interface ArticleView {
  readonly articleId: string;
  /** The ETag. */
  readonly revision: number;
  readonly status: ArticleStatus;
  /** What is offered, or was before it expired. */
  readonly published?: ArticleVersionView;
  /** Until when it is offered, which may be longer than its version said. */
  readonly validUntil?: string;
  readonly draft?: ArticleVersionView & { readonly submitted: boolean };
  readonly doubts: number;
  readonly used: number;
  readonly lastUsedAt?: Instant;
  /** Every version, newest first; for those who keep it. */
  readonly versions: readonly {
    readonly version: number;
    readonly writtenAt: Instant;
    readonly publishedAt?: Instant;
  }[];
  readonly timeline: readonly TimelineEntry[];
  readonly actions: readonly ArticleCommandType[];
}

type Viewing = Pick<Transaction, 'em'> & { readonly actor: Actor };

export async function viewArticle(
  { em, actor }: Viewing,
  { row, state }: { readonly row: Stream; readonly state: ArticleState },
): Promise<ArticleView> {
  const { articleId, published, status } = state;
  const keeps = mayKeepArticle(actor, state);
  const draft = keeps ? state.draft : undefined;
  const article = await em.findOneOrFail(
    ArticleEntity,
    { id: articleId },
    { fields: ['used', 'lastUsedAt'], disableIdentityMap: true },
  );
  const versions = await em.find(
    ArticleVersionEntity,
    { articleId, ...(keeps ? {} : { version: published?.version ?? 0 }) },
    { orderBy: { version: 'desc' }, disableIdentityMap: true },
  );
  const nameOf = await namesOfWriters(em, versions);
  const shown = (version: number | undefined) => {
    const found = versions.find((one) => one.version === version);
    return found && versionView(found, nameOf);
  };
  const [offered, written] = [shown(published?.version), shown(draft?.version)];
  return {
    articleId,
    revision: row.revision,
    status,
    ...(offered ? { published: offered } : {}),
    ...(published?.validUntil ? { validUntil: published.validUntil } : {}),
    ...(written && draft ? { draft: { ...written, submitted: draft.submitted } } : {}),
    doubts: published?.doubts ?? 0,
    used: article.used,
    ...(article.lastUsedAt ? { lastUsedAt: article.lastUsedAt.toISOString() } : {}),
    versions: keeps ? versions.map(inBrief) : [],
    timeline: keeps ? await timelineOf({ em }, await eventsAfter(em, articleId)) : [],
    actions: articleActions(state, actor),
  };
}

/** Who wrote and published some versions. */
export function namesOfWriters(em: Viewing['em'], versions: readonly ArticleVersion[]): Promise<NameOf> {
  return namesOfPeople(
    em,
    versions.flatMap(({ writtenBy, publishedBy }) => [writtenBy, publishedBy ?? writtenBy]),
  );
}

export function versionView(row: ArticleVersion, nameOf: NameOf): ArticleVersionView {
  const { version, title, question, answer, sources, categoryId, ownerUnitId, validUntil } = row;
  const name = (id: string): string => nameOf(id) ?? id;
  return {
    version,
    title,
    question,
    answer,
    sources,
    categoryId,
    ...(ownerUnitId ? { ownerUnitId } : {}),
    ...(validUntil ? { validUntil } : {}),
    writtenByName: name(row.writtenBy),
    writtenAt: row.writtenAt.toISOString(),
    ...(row.publishedBy ? { publishedByName: name(row.publishedBy) } : {}),
    ...(row.publishedAt ? { publishedAt: row.publishedAt.toISOString() } : {}),
  };
}

const inBrief = ({ version, writtenAt, publishedAt }: ArticleVersion) => ({
  version,
  writtenAt: writtenAt.toISOString(),
  ...(publishedAt ? { publishedAt: publishedAt.toISOString() } : {}),
});
