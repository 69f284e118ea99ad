import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  answerPoll,
  cancelMeeting,
  conveneMeeting,
  downloadMinutes,
  finishResolution,
  fixMeetingTime,
  getMeeting,
  holdMeeting,
  listMeetings,
  rescheduleMeeting,
  type UseCaseContext,
} from '@hotline/application';
import {
  caseView,
  convening,
  meetingCancellation,
  meetingPage,
  meetingQuery,
  meetingTime,
  meetingView,
  minutes,
  pollAnswer,
  rescheduling,
  resolutionCompletion,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import {
  caseParameters,
  meetingParameters,
  resolutionParameters,
  type CaseParameters,
  type MeetingParameters,
  type ResolutionParameters,
} from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';
import { pdfAnswer } from '../house/file-answer.ts';

/** 会办: the units of a hard case in one room. */
@Resource('', 'joint-meeting')
export class MeetingController {
  @Post('cases/:caseNumber/meetings')
  @Writes({ id: 'conveneMeeting', summary: '召集会办 · Convene a joint meeting', answer: caseView, changes: 'case' })
  convene(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: convening }) body: z.output<typeof convening>,
    @Acting() context: UseCaseContext,
  ) {
    return conveneMeeting(context, { ...parameters, ...body });
  }

  @Get('meetings')
  @Reads({ id: 'listMeetings', summary: '会办列表 · Joint meetings', answer: meetingPage })
  list(@Query({ schema: meetingQuery }) query: z.output<typeof meetingQuery>, @Acting() context: UseCaseContext) {
    return listMeetings(context, query);
  }

  @Get('meetings/:meetingId')
  @Reads({ id: 'getMeeting', summary: '会办详情 · A joint meeting', answer: meetingView })
  get(@Param({ schema: meetingParameters }) parameters: MeetingParameters, @Acting() context: UseCaseContext) {
    return getMeeting(context, parameters);
  }

  @Post('meetings/:meetingId/poll-answers')
  @Writes({
    id: 'answerMeetingPoll',
    summary: '答复会议时间 · Say which times suit',
    answer: meetingView,
    changes: 'meeting',
  })
  answerPoll(
    @Param({ schema: meetingParameters }) parameters: MeetingParameters,
    @Body({ schema: pollAnswer }) body: z.output<typeof pollAnswer>,
    @Acting() context: UseCaseContext,
  ) {
    return answerPoll(context, { ...parameters, ...body });
  }

  @Post('meetings/:meetingId/time')
  @Writes({ id: 'fixMeetingTime', summary: '确定会议时间 · Fix the time', answer: meetingView, changes: 'meeting' })
  fixTime(
    @Param({ schema: meetingParameters }) parameters: MeetingParameters,
    @Body({ schema: meetingTime }) body: z.output<typeof meetingTime>,
    @Acting() context: UseCaseContext,
  ) {
    return fixMeetingTime(context, { ...parameters, ...body });
  }

  @Post('meetings/:meetingId/rescheduling')
  @Writes({ id: 'rescheduleMeeting', summary: '改期 · Reschedule', answer: meetingView, changes: 'meeting' })
  reschedule(
    @Param({ schema: meetingParameters }) parameters: MeetingParameters,
    @Body({ schema: rescheduling }) body: z.output<typeof rescheduling>,
    @Acting() context: UseCaseContext,
  ) {
    return rescheduleMeeting(context, { ...parameters, ...body });
  }

  @Post('meetings/:meetingId/minutes')
  @Writes({
    id: 'holdMeeting',
    summary: '会议纪要 · Minutes of the meeting held',
    answer: meetingView,
    changes: 'meeting',
  })
  hold(
    @Param({ schema: meetingParameters }) parameters: MeetingParameters,
    @Body({ schema: minutes }) body: z.output<typeof minutes>,
    @Acting() context: UseCaseContext,
  ) {
    return holdMeeting(context, { ...parameters, ...body });
  }

  @Get('meetings/:meetingId/minutes')
  @Reads({ id: 'downloadMinutes', summary: '会议纪要（PDF） · Minutes as a PDF', file: 'application/pdf' })
  async downloadMinutes(
    @Param({ schema: meetingParameters }) parameters: MeetingParameters,
    @Acting() context: UseCaseContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return pdfAnswer(reply, await downloadMinutes(context, parameters), `${parameters.meetingId}-minutes`);
  }

  @Post('meetings/:meetingId/cancellation')
  @Writes({ id: 'cancelMeeting', summary: '取消会办 · Cancel', answer: meetingView, changes: 'meeting' })
  cancel(
    @Param({ schema: meetingParameters }) parameters: MeetingParameters,
    @Body({ schema: meetingCancellation }) body: z.output<typeof meetingCancellation>,
    @Acting() context: UseCaseContext,
  ) {
    return cancelMeeting(context, { ...parameters, ...body });
  }

  @Post('meetings/:meetingId/resolutions/:resolutionId/completion')
  @Writes({
    id: 'finishResolution',
    summary: '议定事项完成 · Finish a resolution',
    answer: meetingView,
    changes: 'meeting',
  })
  finishResolution(
    @Param({ schema: resolutionParameters }) parameters: ResolutionParameters,
    @Body({ schema: resolutionCompletion }) body: z.output<typeof resolutionCompletion>,
    @Acting() context: UseCaseContext,
  ) {
    return finishResolution(context, { ...parameters, ...body });
  }
}
