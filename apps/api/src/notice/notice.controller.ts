import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { listNotices, markNoticeRead, type UseCaseContext } from '@hotline/application';
import { noticePage, noticeQuery, noticeReading, noticeView } from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { noticeParameters, type NoticeParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 站内通知: notices to me. */
@Resource('notices', 'notice')
export class NoticeController {
  @Get()
  @Reads({ id: 'listNotices', summary: '我的通知 · My notices', answer: noticePage })
  list(@Query({ schema: noticeQuery }) query: z.output<typeof noticeQuery>, @Acting() context: UseCaseContext) {
    return listNotices(context, query);
  }

  @Post(':noticeId/reading')
  @Writes({ id: 'readNotice', summary: '标为已读 · Mark as read', answer: noticeView })
  read(
    @Param({ schema: noticeParameters }) parameters: NoticeParameters,
    @Body({ schema: noticeReading }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    return markNoticeRead(context, parameters);
  }
}
