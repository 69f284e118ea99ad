import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  answerDirectly,
  closeCase,
  declineCase,
  getCase,
  listCases,
  recordCallback,
  recordSecondLook,
  registerCase,
  reopenCase,
  revealPhone,
  type UseCaseContext,
} from '@hotline/application';
import {
  callback,
  casePage,
  caseQuery,
  caseView,
  closing,
  declination,
  directAnswer,
  phoneReveal,
  registration,
  reopening,
  revealedPhone,
  secondLook,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { caseParameters, type CaseParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

const ALREADY_THERE = [200, '同一来源编号早已登记 · Registered before under the same externalId'] as const;

/** 工单: from the call to its close. */
@Resource('cases', 'case')
export class CaseController {
  @Get()
  @Reads({ id: 'listCases', summary: '工单列表 · Cases, page by page', answer: casePage })
  list(@Query({ schema: caseQuery }) query: z.output<typeof caseQuery>, @Acting() context: UseCaseContext) {
    const { unit: unitId, subDesk: subDeskId, category: categoryId, due: dueBefore, ...rest } = query;
    return listCases(context, { ...rest, unitId, subDeskId, categoryId, dueBefore });
  }

  @Post()
  @Writes({
    id: 'registerCase',
    summary: '登记 · Register a request',
    answer: caseView,
    status: 201,
    also: ALREADY_THERE,
  })
  async register(
    @Body({ schema: registration }) body: z.output<typeof registration>,
    @Acting() context: UseCaseContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const registered = await registerCase(context, body);
    reply.header('location', `/api/v1/cases/${registered.caseNumber}`);
    if (registered.alreadyThere) reply.status(200);
    return registered;
  }

  @Get(':caseNumber')
  @Reads({ id: 'getCase', summary: '工单详情 · A case with its timeline and deadlines', answer: caseView })
  get(@Param({ schema: caseParameters }) parameters: CaseParameters, @Acting() context: UseCaseContext) {
    return getCase(context, parameters);
  }

  @Post(':caseNumber/declining')
  @Writes({ id: 'declineCase', summary: '不予受理 · Decline', answer: caseView, changes: 'case' })
  decline(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: declination }) body: z.output<typeof declination>,
    @Acting() context: UseCaseContext,
  ) {
    return declineCase(context, { ...parameters, ...body });
  }

  @Post(':caseNumber/direct-answer')
  @Writes({ id: 'answerDirectly', summary: '直办 · Answer at the desk', answer: caseView, changes: 'case' })
  answerDirectly(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: directAnswer }) body: z.output<typeof directAnswer>,
    @Acting() context: UseCaseContext,
  ) {
    return answerDirectly(context, { ...parameters, ...body });
  }

  @Post(':caseNumber/callbacks')
  @Writes({ id: 'recordCallback', summary: '回访 · Record a callback', answer: caseView, changes: 'case' })
  recordCallback(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: callback }) body: z.output<typeof callback>,
    @Acting() context: UseCaseContext,
  ) {
    return recordCallback(context, { ...parameters, ...body });
  }

  @Post(':caseNumber/second-look')
  @Writes({ id: 'recordSecondLook', summary: '复核 · Record a second look', answer: caseView, changes: 'case' })
  recordSecondLook(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: secondLook }) body: z.output<typeof secondLook>,
    @Acting() context: UseCaseContext,
  ) {
    return recordSecondLook(context, { ...parameters, ...body });
  }

  @Post(':caseNumber/closing')
  @Writes({ id: 'closeCase', summary: '归档 · Close', answer: caseView, changes: 'case' })
  close(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: closing }) body: z.output<typeof closing>,
    @Acting() context: UseCaseContext,
  ) {
    return closeCase(context, { ...parameters, ...body });
  }

  @Post(':caseNumber/reopening')
  @Writes({ id: 'reopenCase', summary: '重开 · Reopen', answer: caseView, changes: 'case' })
  reopen(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: reopening }) body: z.output<typeof reopening>,
    @Acting() context: UseCaseContext,
  ) {
    return reopenCase(context, { ...parameters, ...body });
  }

  @Post(':caseNumber/phone-reveal')
  @Writes({
    id: 'revealPhone',
    summary: '查看来电号码（记入日志） · Look at the phone number (logged)',
    answer: revealedPhone,
  })
  revealPhone(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: phoneReveal }) body: z.output<typeof phoneReveal>,
    @Acting() context: UseCaseContext,
  ) {
    return revealPhone(context, { ...parameters, ...body });
  }
}
