import { Body, Get, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { endAbsence, listAbsences, noteAbsence, type UseCaseContext } from '@hotline/application';
import { absenceEnding, absenceList, absenceNote, absenceView } from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { absenceParameters, type AbsenceParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 不在岗: who is away, and who stands in for him. */
@Resource('absences', 'people')
export class AbsenceController {
  @Get()
  @Reads({ id: 'listAbsences', summary: '不在岗人员 · Who is away', answer: absenceList })
  list(@Acting() context: UseCaseContext) {
    return listAbsences(context);
  }

  @Post()
  @Writes({ id: 'noteAbsence', summary: '登记不在岗和代班人 · Note an absence', answer: absenceView, status: 201 })
  note(@Body({ schema: absenceNote }) body: z.output<typeof absenceNote>, @Acting() context: UseCaseContext) {
    return noteAbsence(context, body);
  }

  @Post(':absenceId/ending')
  @Writes({ id: 'endAbsence', summary: '提前回岗 · End an absence', answer: absenceView })
  end(
    @Param({ schema: absenceParameters }) parameters: AbsenceParameters,
    @Body({ schema: absenceEnding }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    return endAbsence(context, parameters);
  }
}
