import type { Instant, NoticeKind } from '@hotline/domain';
import { NoticeEntity, type Notice } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { placeOfStream, type PlaceOfStream } from '../ledger/place-of-stream.ts';
import { isOwnInstant, pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** A notice as its recipient reads it in-app. */
export interface NoticeView extends PlaceOfStream {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly stream: string;
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

export function noticeView(notice: Notice): NoticeView {
  return {
    noticeId: notice.id,
    // A person's own: nobody of the house is told what citizens are.
    kind: notice.kind as NoticeKind,
    stream: notice.stream,
    ...placeOfStream(notice.stream),
    ...(notice.dueAt ? { dueAt: notice.dueAt.toISOString() } : {}),
    createdAt: notice.createdAt.toISOString(),
    ...(notice.readAt ? { readAt: notice.readAt.toISOString() } : {}),
    mail: notice.mail,
  };
}
