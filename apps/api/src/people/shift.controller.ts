import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { confirmHandOver, listShifts, planShift, writeHandOver, type UseCaseContext } from '@hotline/application';
import {
  handOverConfirmation,
  handOverWriting,
  shiftList,
  shiftPlanning,
  shiftQuery,
  shiftView,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { shiftParameters, type ShiftParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 班次, 交接班: the roster, who is on duty, and what each shift leaves to the next. */
@Resource('shifts', 'people')
export class ShiftController {
  @Get()
  @Reads({ id: 'listShifts', summary: '排班和交接班记录 · The roster with its hand-over logs', answer: shiftList })
  list(@Query({ schema: shiftQuery }) query: z.output<typeof shiftQuery>, @Acting() context: UseCaseContext) {
    return listShifts(context, query);
  }

  @Post()
  @Writes({ id: 'planShift', summary: '排班 · Plan a shift', answer: shiftView, status: 201 })
  plan(@Body({ schema: shiftPlanning }) body: z.output<typeof shiftPlanning>, @Acting() context: UseCaseContext) {
    return planShift(context, body);
  }

  @Post(':shiftId/hand-over')
  @Writes({ id: 'writeHandOver', summary: '写交接班 · Write the hand-over log', answer: shiftView })
  write(
    @Param({ schema: shiftParameters }) parameters: ShiftParameters,
    @Body({ schema: handOverWriting }) body: z.output<typeof handOverWriting>,
    @Acting() context: UseCaseContext,
  ) {
    return writeHandOver(context, { ...parameters, ...body });
  }

  @Post(':shiftId/hand-over-confirmation')
  @Writes({ id: 'confirmHandOver', summary: '接班确认 · Confirm the hand-over', answer: shiftView })
  confirm(
    @Param({ schema: shiftParameters }) parameters: ShiftParameters,
    @Body({ schema: handOverConfirmation }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    return confirmHandOver(context, parameters);
  }
}
