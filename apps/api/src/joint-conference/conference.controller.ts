import { Body, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  addAgendaItem,
  cancelConference,
  downloadConferenceMinutes,
  finishConferenceResolution,
  getCircle,
  getConference,
  holdConference,
  inviteConference,
  keepCircle,
  listConferences,
  removeAgendaItem,
  rescheduleConference,
  type UseCaseContext,
} from '@hotline/application';
import {
  agendaItemAdding,
  agendaItemRemoval,
  circleKeeping,
  circleView,
  conferenceCancellation,
  conferenceInviting,
  conferenceMinutes,
  conferencePage,
  conferenceQuery,
  conferenceRescheduling,
  conferenceResolutionCompletion,
  conferenceView,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import {
  agendaItemParameters,
  conferenceParameters,
  conferenceResolutionParameters,
  type AgendaItemParameters,
  type ConferenceParameters,
  type ConferenceResolutionParameters,
} from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';
import { pdfAnswer } from '../house/file-answer.ts';

/** 定期联席会议: the standing circle and its sessions. */
@Resource('', 'joint-conference')
export class ConferenceController {
  @Get('circle')
  @Reads({ id: 'getCircle', summary: '联席会议成员和例会日 · The standing circle', answer: circleView })
  circle(@Acting() context: UseCaseContext) {
    return getCircle(context);
  }

  @Put('circle')
  @Writes({ id: 'keepCircle', summary: '更改成员和例会日 · Keep the circle', answer: circleView })
  keepCircle(@Body({ schema: circleKeeping }) body: z.output<typeof circleKeeping>, @Acting() context: UseCaseContext) {
    return keepCircle(context, body);
  }

  @Get('conferences')
  @Reads({ id: 'listConferences', summary: '联席会议列表 · Sessions of the circle', answer: conferencePage })
  list(@Query({ schema: conferenceQuery }) query: z.output<typeof conferenceQuery>, @Acting() context: UseCaseContext) {
    return listConferences(context, query);
  }

  @Get('conferences/:conferenceId')
  @Reads({ id: 'getConference', summary: '联席会议详情 · A session', answer: conferenceView })
  get(@Param({ schema: conferenceParameters }) parameters: ConferenceParameters, @Acting() context: UseCaseContext) {
    return getConference(context, parameters);
  }

  @Post('conferences/:conferenceId/agenda')
  @Writes({
    id: 'addAgendaItem',
    summary: '列入议程 · Put on the agenda',
    answer: conferenceView,
    changes: 'conference',
  })
  add(
    @Param({ schema: conferenceParameters }) parameters: ConferenceParameters,
    @Body({ schema: agendaItemAdding }) body: z.output<typeof agendaItemAdding>,
    @Acting() context: UseCaseContext,
  ) {
    return addAgendaItem(context, { ...parameters, ...body });
  }

  @Post('conferences/:conferenceId/agenda/:itemId/removal')
  @Writes({
    id: 'removeAgendaItem',
    summary: '移出议程 · Take off the agenda',
    answer: conferenceView,
    changes: 'conference',
  })
  remove(
    @Param({ schema: agendaItemParameters }) parameters: AgendaItemParameters,
    @Body({ schema: agendaItemRemoval }) body: z.output<typeof agendaItemRemoval>,
    @Acting() context: UseCaseContext,
  ) {
    return removeAgendaItem(context, { ...parameters, ...body });
  }

  @Post('conferences/:conferenceId/invitations')
  @Writes({
    id: 'inviteConference',
    summary: '发出会议通知 · Send the invitations',
    answer: conferenceView,
    changes: 'conference',
  })
  invite(
    @Param({ schema: conferenceParameters }) parameters: ConferenceParameters,
    @Body({ schema: conferenceInviting }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    return inviteConference(context, parameters);
  }

  @Post('conferences/:conferenceId/rescheduling')
  @Writes({ id: 'rescheduleConference', summary: '改期 · Reschedule', answer: conferenceView, changes: 'conference' })
  reschedule(
    @Param({ schema: conferenceParameters }) parameters: ConferenceParameters,
    @Body({ schema: conferenceRescheduling }) body: z.output<typeof conferenceRescheduling>,
    @Acting() context: UseCaseContext,
  ) {
    return rescheduleConference(context, { ...parameters, ...body });
  }

  @Post('conferences/:conferenceId/cancellation')
  @Writes({ id: 'cancelConference', summary: '取消 · Cancel', answer: conferenceView, changes: 'conference' })
  cancel(
    @Param({ schema: conferenceParameters }) parameters: ConferenceParameters,
    @Body({ schema: conferenceCancellation }) body: z.output<typeof conferenceCancellation>,
    @Acting() context: UseCaseContext,
  ) {
    return cancelConference(context, { ...parameters, ...body });
  }

  @Post('conferences/:conferenceId/minutes')
  @Writes({
    id: 'holdConference',
    summary: '会议纪要 · Minutes of the session held',
    answer: conferenceView,
    changes: 'conference',
  })
  hold(
    @Param({ schema: conferenceParameters }) parameters: ConferenceParameters,
    @Body({ schema: conferenceMinutes }) body: z.output<typeof conferenceMinutes>,
    @Acting() context: UseCaseContext,
  ) {
    return holdConference(context, { ...parameters, ...body });
  }

  @Get('conferences/:conferenceId/minutes')
  @Reads({ id: 'downloadConferenceMinutes', summary: '会议纪要（PDF） · Minutes as a PDF', file: 'application/pdf' })
  async downloadMinutes(
    @Param({ schema: conferenceParameters }) parameters: ConferenceParameters,
    @Acting() context: UseCaseContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return pdfAnswer(reply, await downloadConferenceMinutes(context, parameters), `${parameters.conferenceId}-minutes`);
  }

  @Post('conferences/:conferenceId/resolutions/:resolutionId/completion')
  @Writes({
    id: 'finishConferenceResolution',
    summary: '决议完成 · Finish a resolution of the conference',
    answer: conferenceView,
    changes: 'conference',
  })
  finishResolution(
    @Param({ schema: conferenceResolutionParameters }) parameters: ConferenceResolutionParameters,
    @Body({ schema: conferenceResolutionCompletion }) body: z.output<typeof conferenceResolutionCompletion>,
    @Acting() context: UseCaseContext,
  ) {
    return finishConferenceResolution(context, { ...parameters, ...body });
  }
}
