import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { finishTask, listTasks, takeTask, type UseCaseContext } from '@hotline/application';
import { taskFinishing, taskPage, taskQuery, taskTaking, taskView } from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { taskParameters, type TaskParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 待办: human work, mine and my queues'. */
@Resource('tasks', 'task')
export class TaskController {
  @Get()
  @Reads({ id: 'listTasks', summary: '待办列表 · Tasks', answer: taskPage })
  list(@Query({ schema: taskQuery }) query: z.output<typeof taskQuery>, @Acting() context: UseCaseContext) {
    return listTasks(context, query);
  }

  @Post(':taskId/taking')
  @Writes({ id: 'takeTask', summary: '领取 · Take', answer: taskView })
  take(
    @Param({ schema: taskParameters }) parameters: TaskParameters,
    @Body({ schema: taskTaking }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    return takeTask(context, parameters);
  }

  @Post(':taskId/finishing')
  @Writes({ id: 'finishTask', summary: '完成 · Finish', answer: taskView })
  finish(
    @Param({ schema: taskParameters }) parameters: TaskParameters,
    @Body({ schema: taskFinishing }) body: z.output<typeof taskFinishing>,
    @Acting() context: UseCaseContext,
  ) {
    return finishTask(context, { ...parameters, ...body });
  }
}
