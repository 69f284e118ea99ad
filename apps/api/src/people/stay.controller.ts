import { Body, Get, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { confirmStayHandOver, listStays, planStay, writeStayHandOver, type UseCaseContext } from '@hotline/application';
import {
  stayHandOverConfirmation,
  stayHandOverWriting,
  stayList,
  stayPlanning,
  stayView,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { stayParameters, type StayParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 轮岗: stays of a year, and what each leaves to who comes after. */
@Resource('stays', 'people')
export class StayController {
  @Get()
  @Reads({ id: 'listStays', summary: '轮岗和交接清单 · Stays with their hand-over lists', answer: stayList })
  list(@Acting() context: UseCaseContext) {
    return listStays(context);
  }

  @Post()
  @Writes({ id: 'planStay', summary: '轮岗安排 · Plan a stay', answer: stayView, status: 201 })
  plan(@Body({ schema: stayPlanning }) body: z.output<typeof stayPlanning>, @Acting() context: UseCaseContext) {
    return planStay(context, body);
  }

  @Post(':stayId/hand-over')
  @Writes({ id: 'writeStayHandOver', summary: '写交接清单 · Write the hand-over list', answer: stayView })
  write(
    @Param({ schema: stayParameters }) parameters: StayParameters,
    @Body({ schema: stayHandOverWriting }) body: z.output<typeof stayHandOverWriting>,
    @Acting() context: UseCaseContext,
  ) {
    return writeStayHandOver(context, { ...parameters, ...body });
  }

  @Post(':stayId/hand-over-confirmation')
  @Writes({ id: 'confirmStayHandOver', summary: '接手确认 · Take over, in part or whole', answer: stayView })
  confirm(
    @Param({ schema: stayParameters }) parameters: StayParameters,
    @Body({ schema: stayHandOverConfirmation }) body: z.output<typeof stayHandOverConfirmation>,
    @Acting() context: UseCaseContext,
  ) {
    return confirmStayHandOver(context, { ...parameters, ...body });
  }
}
