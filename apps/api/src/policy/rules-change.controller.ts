import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  approveRules,
  cancelRulesRun,
  draftRules,
  getRulesChange,
  listPreviewItems,
  listRulesChanges,
  previewRules,
  rehearseRules,
  reviseRules,
  withdrawRules,
  type RulesChangeView,
  type UseCaseContext,
} from '@hotline/application';
import {
  calendarWriting,
  policyWriting,
  previewPage,
  rulesApproval,
  rulesCancelling,
  rulesChangePage,
  rulesChangeQuery,
  rulesChangeView,
  rulesPreview,
  rulesRehearsal,
  rulesWithdrawal,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import {
  rulesChangeParameters,
  rulesRunParameters,
  type RulesChangeParameters,
  type RulesRunParameters,
} from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

function withLocation(reply: FastifyReply, change: RulesChangeView): RulesChangeView {
  reply.header('location', `/api/v1/policy/changes/${change.changeId}`);
  return change;
}

/** 规则变更: drafts of the policy and of the calendar, their previews and rehearsals, approved by a second person. */
@Resource('policy/changes', 'policy')
export class RulesChangeController {
  @Get()
  @Reads({ id: 'listRulesChanges', summary: '规则变更 · Changes of the rules', answer: rulesChangePage })
  list(
    @Query({ schema: rulesChangeQuery }) query: z.output<typeof rulesChangeQuery>,
    @Acting() context: UseCaseContext,
  ) {
    return listRulesChanges(context, query);
  }

  @Post('policies')
  @Writes({ id: 'draftPolicy', summary: '起草政策 · Draft a policy', answer: rulesChangeView, status: 201 })
  async draftPolicy(
    @Body({ schema: policyWriting }) body: z.output<typeof policyWriting>,
    @Acting() context: UseCaseContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withLocation(reply, await draftRules(context, body));
  }

  @Post('calendars')
  @Writes({
    id: 'draftCalendar',
    summary: '起草放假安排 · Draft days of the calendar',
    answer: rulesChangeView,
    status: 201,
  })
  async draftCalendar(
    @Body({ schema: calendarWriting }) body: z.output<typeof calendarWriting>,
    @Acting() context: UseCaseContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withLocation(reply, await draftRules(context, body));
  }

  @Get(':changeId')
  @Reads({ id: 'getRulesChange', summary: '规则变更详情 · A change of the rules', answer: rulesChangeView })
  get(@Param({ schema: rulesChangeParameters }) parameters: RulesChangeParameters, @Acting() context: UseCaseContext) {
    return getRulesChange(context, parameters);
  }

  @Post(':changeId/policy')
  @Writes({
    id: 'revisePolicy',
    summary: '修改政策草稿 · Revise',
    answer: rulesChangeView,
    changes: 'change of the rules',
  })
  revisePolicy(
    @Param({ schema: rulesChangeParameters }) parameters: RulesChangeParameters,
    @Body({ schema: policyWriting }) body: z.output<typeof policyWriting>,
    @Acting() context: UseCaseContext,
  ) {
    return reviseRules(context, { ...parameters, ...body });
  }

  @Post(':changeId/days')
  @Writes({
    id: 'reviseCalendar',
    summary: '修改放假安排草稿 · Revise',
    answer: rulesChangeView,
    changes: 'change of the rules',
  })
  reviseCalendar(
    @Param({ schema: rulesChangeParameters }) parameters: RulesChangeParameters,
    @Body({ schema: calendarWriting }) body: z.output<typeof calendarWriting>,
    @Acting() context: UseCaseContext,
  ) {
    return reviseRules(context, { ...parameters, ...body });
  }

  @Post(':changeId/preview')
  @Writes({
    id: 'previewRules',
    summary: '影响预览 · Begin a preview over every open case',
    answer: rulesChangeView,
    changes: 'change of the rules',
  })
  preview(
    @Param({ schema: rulesChangeParameters }) parameters: RulesChangeParameters,
    @Body({ schema: rulesPreview }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    return previewRules(context, parameters);
  }

  @Get(':changeId/runs/:run/items')
  @Reads({ id: 'listPreviewItems', summary: '预览逐件 · What would move, case by case', answer: previewPage })
  items(
    @Param({ schema: rulesRunParameters }) parameters: RulesRunParameters,
    @Query({ schema: rulesChangeQuery }) query: z.output<typeof rulesChangeQuery>,
    @Acting() context: UseCaseContext,
  ) {
    return listPreviewItems(context, { ...parameters, ...query });
  }

  @Post(':changeId/rehearsal')
  @Writes({
    id: 'rehearseRules',
    summary: '历史推演 · Begin a rehearsal over closed cases',
    answer: rulesChangeView,
    changes: 'change of the rules',
  })
  rehearse(
    @Param({ schema: rulesChangeParameters }) parameters: RulesChangeParameters,
    @Body({ schema: rulesRehearsal }) body: z.output<typeof rulesRehearsal>,
    @Acting() context: UseCaseContext,
  ) {
    return rehearseRules(context, { ...parameters, ...body });
  }

  @Post(':changeId/cancelling')
  @Writes({
    id: 'cancelRulesRun',
    summary: '停止预览或推演 · Cancel a preview or a rehearsal',
    answer: rulesChangeView,
    changes: 'change of the rules',
  })
  cancel(
    @Param({ schema: rulesChangeParameters }) parameters: RulesChangeParameters,
    @Body({ schema: rulesCancelling }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    return cancelRulesRun(context, parameters);
  }

  @Post(':changeId/approval')
  @Writes({
    id: 'approveRules',
    summary: '批准 · Approve what another wrote',
    answer: rulesChangeView,
    changes: 'change of the rules',
  })
  approve(
    @Param({ schema: rulesChangeParameters }) parameters: RulesChangeParameters,
    @Body({ schema: rulesApproval }) body: z.output<typeof rulesApproval>,
    @Acting() context: UseCaseContext,
  ) {
    return approveRules(context, { ...parameters, ...body });
  }

  @Post(':changeId/withdrawal')
  @Writes({
    id: 'withdrawRules',
    summary: '撤回草稿 · Withdraw a draft',
    answer: rulesChangeView,
    changes: 'change of the rules',
  })
  withdraw(
    @Param({ schema: rulesChangeParameters }) parameters: RulesChangeParameters,
    @Body({ schema: rulesWithdrawal }) body: z.output<typeof rulesWithdrawal>,
    @Acting() context: UseCaseContext,
  ) {
    return withdrawRules(context, { ...parameters, ...body });
  }
}
