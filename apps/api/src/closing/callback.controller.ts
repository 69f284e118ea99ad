import { Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { listCallbacks, type UseCaseContext } from '@hotline/application';
import { callbackPage, callbackQuery } from '@hotline/contracts-http';
import { Reads, Resource } from '../contract/operation.decorator.ts';
import { Acting } from '../house/asked.ts';

/** 回访: whom to call. */
@Resource('callbacks', 'closing')
export class CallbackController {
  @Get()
  @Reads({
    id: 'listCallbacks',
    summary: '待回访来电人，一人一次 · Whom to call back, one call for each citizen',
    answer: callbackPage,
  })
  list(@Query({ schema: callbackQuery }) query: z.output<typeof callbackQuery>, @Acting() context: UseCaseContext) {
    return listCallbacks(context, query);
  }
}
