import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  countCalls,
  fileCall,
  getCall,
  keepCall,
  listCalls,
  revealCallPhone,
  type UseCaseContext,
} from '@hotline/application';
import {
  callFiling,
  callPhoneReveal,
  callPage,
  callQuery,
  callRecord,
  callReport,
  callReportQuery,
  callView,
  revealedPhone,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { callParameters, type CallParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

const ALREADY_THERE = [200, '这个来电编号早已记录 · Kept before under the same callId'] as const;

/** 来电: what the telephone system tells, what calls came to, and how soon they were answered. */
@Resource('calls', 'call')
export class CallController {
  @Post()
  @Writes({
    id: 'keepCall',
    summary: '来电记录 · Keep a call',
    answer: callView,
    status: 201,
    also: ALREADY_THERE,
    telephone: true,
  })
  async keep(
    @Body({ schema: callRecord }) body: z.output<typeof callRecord>,
    @Acting() context: UseCaseContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const kept = await keepCall(context, body);
    if (kept.alreadyThere) reply.status(200);
    return kept;
  }

  @Get()
  @Reads({ id: 'listCalls', summary: '来电列表 · Calls, the latest first', answer: callPage })
  list(@Query({ schema: callQuery }) query: z.output<typeof callQuery>, @Acting() context: UseCaseContext) {
    return listCalls(context, query);
  }

  @Get('figures')
  @Reads({ id: 'countCalls', summary: '话务统计 · Answer and connect rates', answer: callReport })
  count(
    @Query({ schema: callReportQuery }) query: z.output<typeof callReportQuery>,
    @Acting() context: UseCaseContext,
  ) {
    return countCalls(context, query);
  }

  @Get(':callId')
  @Reads({ id: 'getCall', summary: '来电 · A call', answer: callView })
  get(@Param({ schema: callParameters }) parameters: CallParameters, @Acting() context: UseCaseContext) {
    return getCall(context, parameters);
  }

  @Post(':callId/outcome')
  @Writes({ id: 'fileCall', summary: '来电结果 · What a call came to', answer: callView })
  file(
    @Param({ schema: callParameters }) parameters: CallParameters,
    @Body({ schema: callFiling }) body: z.output<typeof callFiling>,
    @Acting() context: UseCaseContext,
  ) {
    return fileCall(context, { ...parameters, ...body });
  }

  @Post(':callId/phone-reveal')
  @Writes({
    id: 'revealCallPhone',
    summary: '查看来电号码以便回拨（记入日志） · Look at the number of a call (logged)',
    answer: revealedPhone,
  })
  revealPhone(
    @Param({ schema: callParameters }) parameters: CallParameters,
    @Body({ schema: callPhoneReveal }) _: z.output<typeof callPhoneReveal>,
    @Acting() context: UseCaseContext,
  ) {
    return revealCallPhone(context, parameters);
  }
}
