import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  changeSubDesk,
  decideFeedbackProposal,
  handOverWithin,
  keepUnitSetting,
  listSubDesks,
  openSubDesk,
  type UseCaseContext,
} from '@hotline/application';
import {
  caseView,
  feedbackProposalDecision,
  handingOverWithin,
  subDeskChange,
  subDeskList,
  subDeskOpening,
  subDeskQuery,
  subDeskView,
  unit,
  unitSetting,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import {
  assignmentParameters,
  subDeskParameters,
  unitParameters,
  type AssignmentParameters,
  type SubDeskParameters,
  type UnitParameters,
} from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 一个办公室: a unit's sub-desks, what goes from one to another, and its head's approval. */
@Resource('', 'people')
export class WithinUnitController {
  @Get('sub-desks')
  @Reads({ id: 'listSubDesks', summary: '单位内设岗位 · Sub-desks of a unit', answer: subDeskList })
  list(@Query({ schema: subDeskQuery }) { unit }: z.output<typeof subDeskQuery>, @Acting() context: UseCaseContext) {
    return listSubDesks(context, unit ? { unitId: unit } : {});
  }

  @Post('sub-desks')
  @Writes({ id: 'openSubDesk', summary: '设立岗位 · Open a sub-desk', answer: subDeskView, status: 201 })
  open(@Body({ schema: subDeskOpening }) body: z.output<typeof subDeskOpening>, @Acting() context: UseCaseContext) {
    return openSubDesk(context, body);
  }

  @Post('sub-desks/:subDeskId/change')
  @Writes({ id: 'changeSubDesk', summary: '调整岗位 · Change a sub-desk', answer: subDeskView })
  change(
    @Param({ schema: subDeskParameters }) parameters: SubDeskParameters,
    @Body({ schema: subDeskChange }) body: z.output<typeof subDeskChange>,
    @Acting() context: UseCaseContext,
  ) {
    return changeSubDesk(context, { ...parameters, ...body });
  }

  @Post('cases/:caseNumber/assignments/:assignmentId/hand-over')
  @Writes({
    id: 'handOverWithin',
    summary: '内部流转 · Hand over to another sub-desk',
    answer: caseView,
    changes: 'case',
  })
  handOver(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: handingOverWithin }) body: z.output<typeof handingOverWithin>,
    @Acting() context: UseCaseContext,
  ) {
    return handOverWithin(context, { ...parameters, ...body });
  }

  @Post('cases/:caseNumber/assignments/:assignmentId/feedback-decision')
  @Writes({
    id: 'decideFeedbackProposal',
    summary: '负责人审批反馈 · Approve the unit’s feedback, or send it back',
    answer: caseView,
    changes: 'case',
  })
  decideFeedback(
    @Param({ schema: assignmentParameters }) parameters: AssignmentParameters,
    @Body({ schema: feedbackProposalDecision }) body: z.output<typeof feedbackProposalDecision>,
    @Acting() context: UseCaseContext,
  ) {
    return decideFeedbackProposal(context, { ...parameters, ...body });
  }

  @Post('units/:unitId/setting')
  @Writes({ id: 'keepUnitSetting', summary: '单位设置 · What a unit wants of its own work', answer: unit })
  keepSetting(
    @Param({ schema: unitParameters }) parameters: UnitParameters,
    @Body({ schema: unitSetting }) body: z.output<typeof unitSetting>,
    @Acting() context: UseCaseContext,
  ) {
    return keepUnitSetting(context, { ...parameters, ...body });
  }
}
