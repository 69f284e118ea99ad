import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  changeBoardEntry,
  listBoard,
  postBoardEntry,
  removeBoardEntry,
  type UseCaseContext,
} from '@hotline/application';
import { board, boardEntryRemoval, boardEntryView, boardEntryWriting, boardQuery } from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { boardEntryParameters, type BoardEntryParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 今日看板: what is going on today, and what is said about it. */
@Resource('board', 'knowledge')
export class BoardController {
  @Get()
  @Reads({ id: 'listBoard', summary: '今日看板 · The board of today', answer: board })
  list(@Query({ schema: boardQuery }) query: z.output<typeof boardQuery>, @Acting() context: UseCaseContext) {
    return listBoard(context, query);
  }

  @Post()
  @Writes({ id: 'postBoardEntry', summary: '上看板 · Put on the board', answer: boardEntryView, status: 201 })
  post(
    @Body({ schema: boardEntryWriting }) body: z.output<typeof boardEntryWriting>,
    @Acting() context: UseCaseContext,
  ) {
    return postBoardEntry(context, body);
  }

  @Post(':entryId/change')
  @Writes({ id: 'changeBoardEntry', summary: '修改 · Change an entry', answer: boardEntryView, changes: 'board entry' })
  change(
    @Param({ schema: boardEntryParameters }) parameters: BoardEntryParameters,
    @Body({ schema: boardEntryWriting }) body: z.output<typeof boardEntryWriting>,
    @Acting() context: UseCaseContext,
  ) {
    return changeBoardEntry(context, { ...parameters, ...body });
  }

  @Post(':entryId/removal')
  @Writes({ id: 'removeBoardEntry', summary: '下架 · Take down', answer: boardEntryView, changes: 'board entry' })
  remove(
    @Param({ schema: boardEntryParameters }) parameters: BoardEntryParameters,
    @Body({ schema: boardEntryRemoval }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    return removeBoardEntry(context, parameters);
  }
}
