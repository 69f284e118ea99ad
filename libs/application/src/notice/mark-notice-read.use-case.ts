import { NoticeEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { noticeView, type NoticeView } from './list-notices.use-case.ts';

/** The recipient has read a notice; reading it again changes nothing. */
export function markNoticeRead(context: UseCaseContext, input: { readonly noticeId: string }): Promise<NoticeView> {
  return runUseCase(context, async ({ em, actor, now }) => {
    const notice = await em.findOne(NoticeEntity, { id: input.noticeId, recipientId: actor.userId });
    if (!notice) throw new AppError('notice.not-found');
    notice.readAt ??= new Date(now);
    return noticeView(notice);
  });
}
