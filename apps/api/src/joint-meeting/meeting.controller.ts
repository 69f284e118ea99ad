import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  cancelMeeting,
  conveneMeeting,
  finishResolution,
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
  meetingView,
  minutes,
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
