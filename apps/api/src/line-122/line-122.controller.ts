import { Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { countLine122, type UseCaseContext } from '@hotline/application';
import { line122Query, line122Report } from '@hotline/contracts-http';
import { Reads, Resource } from '../contract/operation.decorator.ts';
import { Acting } from '../house/asked.ts';

/** 122: the help line that was split from 110, by itself. */
@Resource('line-122', 'line-122')
export class Line122Controller {
  @Get('figures')
  @Reads({ id: 'countLine122', summary: '122单独统计 · The 122 line’s own figures', answer: line122Report })
  count(@Query({ schema: line122Query }) query: z.output<typeof line122Query>, @Acting() context: UseCaseContext) {
    return countLine122(context, query);
  }
}
