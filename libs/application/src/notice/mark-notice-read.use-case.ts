import { NoticeEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { noticeView, type NoticeView } from './list-notices.use-case.ts';

/** The recipient has read a notice; reading it again changes nothing. */
export function markNoticeRead(context: UseCaseContext, input: { readonly noticeId: string }): Promise<NoticeView> {
  return runUseCase(context, async ({ em, actor, now }) => {
    const own = { id: input.noticeId, recipientId: actor.userId };
    await em.nativeUpdate(NoticeEntity, { ...own, readAt: null }, { readAt: new Date(now) });
    const notice = await em.findOne(NoticeEntity, own, { disableIdentityMap: true });
    if (!notice) throw new AppError('notice.not-found');
    return noticeView(notice);
  });
}
