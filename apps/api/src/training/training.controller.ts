import { Body, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  advanceTrainingClock,
  AppError,
  listCases,
  registerCase,
  trainingClock,
  type UseCaseContext,
} from '@hotline/application';
import {
  casePage,
  caseView,
  pageParameters,
  trainingClockView,
  trainingDay,
  trainingOffer,
  trainingRegistration,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { caseParameters, type CaseParameters } from '../contract/parameters.ts';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { Acting } from '../house/asked.ts';

/** 演练: cases that are not real, handled like real ones, whose days pass at a click. */
@Resource('training', 'training')
export class TrainingController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @Reads({ id: 'getTraining', summary: '是否提供演练 · Whether trainings are offered here', answer: trainingOffer })
  offer() {
    return { offered: this.parts.configuration.training ?? false };
  }

  @Get('cases')
  @Reads({ id: 'listTrainingCases', summary: '演练工单列表 · Training cases, page by page', answer: casePage })
  list(@Query({ schema: pageParameters }) page: z.output<typeof pageParameters>, @Acting() context: UseCaseContext) {
    return listCases(context, { ...page, training: true });
  }

  @Post('cases')
  @Writes({ id: 'registerTrainingCase', summary: '登记演练 · Register a training case', answer: caseView, status: 201 })
  register(
    @Body({ schema: trainingRegistration }) body: z.output<typeof trainingRegistration>,
    @Acting() context: UseCaseContext,
  ) {
    this.ensureOffered();
    return registerCase(context, { ...body, channel: 'phone-12345', training: true });
  }

  @Get('cases/:caseNumber/clock')
  @Reads({
    id: 'getTrainingClock',
    summary: '演练时钟 · What time it is in a training case',
    answer: trainingClockView,
  })
  clock(@Param({ schema: caseParameters }) parameters: CaseParameters, @Acting() context: UseCaseContext) {
    return trainingClock(context, parameters);
  }

  @Post('cases/:caseNumber/days')
  @Writes({
    id: 'advanceTrainingClock',
    summary: '快进一天 · Let a day of the training pass',
    answer: caseView,
    changes: 'case',
  })
  advance(
    @Param({ schema: caseParameters }) parameters: CaseParameters,
    @Body({ schema: trainingDay }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    this.ensureOffered();
    return advanceTrainingClock(context, parameters);
  }

  private ensureOffered(): void {
    if (!this.parts.configuration.training) throw new AppError('training.not-offered');
  }
}
