import { caseOfStream, type Instant, type NoticeKind } from '@hotline/domain';
import { NoticeEntity, type Notice } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { ofMissedCall } from './missed-call-facts.ts';
import { ofStay } from './stay-facts.ts';
import { isOwnInstant, pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** A notice as its recipient reads it in-app. */
export interface NoticeView {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly stream: string;
  /** The case it is about, also by a meeting or report of it; or the article. */
  readonly caseNumber?: string;
  readonly articleId?: string;
  readonly dueAt?: Instant;
  readonly createdAt: Instant;
  readonly readAt?: Instant;
  readonly mail: Notice['mail'];
}

/** The actor's own notices, newest first. */
export async function listNotices(
  context: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: PageInput & { readonly unread?: boolean },
): Promise<Page<NoticeView> & { readonly unread: number }> {
  const em = context.orm.em.fork();
  const recipientId = context.actor.userId;
  const after = input.after ? readCursor(input.after) : undefined;
  const where = {
    recipientId,
    ...(input.unread ? { readAt: null } : {}),
    ...(after ? { $or: [{ createdAt: { $lt: after.at } }, { createdAt: after.at, id: { $gt: after.id } }] } : {}),
  };
  const rows = await em.find(NoticeEntity, where, {
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    limit: input.limit + 1,
    disableIdentityMap: true,
  });
  const page = pageOf(rows, input.limit, ({ createdAt, id }) => `${createdAt.toISOString()}_${id}`);
  return {
    ...page,
    items: page.items.map(noticeView),
    unread: await em.count(NoticeEntity, { recipientId, readAt: null }),
  };
}

function readCursor(cursor: string): { at: Date; id: string } {
  const [at, id] = cursor.split('_');
  if (!isOwnInstant(at) || !id || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw new AppError('list.bad-cursor');
  return { at: new Date(at), id };
}

/** Where it leads: to a case, also from a meeting or report of it; to an article; a missed caller's and a stay's to neither. */
function placeOf(stream: string): Pick<NoticeView, 'caseNumber' | 'articleId'> {
  if (ofMissedCall(stream) || ofStay(stream)) return {};
  return stream.startsWith('article-') ? { articleId: stream } : { caseNumber: caseOfStream(stream) };
}

export function noticeView(notice: Notice): NoticeView {
  return {
    noticeId: notice.id,
    // A person's own: nobody of the house is told what citizens are.
    kind: notice.kind as NoticeKind,
    stream: notice.stream,
    ...placeOf(notice.stream),
    ...(notice.dueAt ? { dueAt: notice.dueAt.toISOString() } : {}),
    createdAt: notice.createdAt.toISOString(),
    ...(notice.readAt ? { readAt: notice.readAt.toISOString() } : {}),
    mail: notice.mail,
  };
}
