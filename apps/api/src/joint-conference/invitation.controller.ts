import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  acceptInvitation,
  attendInvitation,
  declineInvitation,
  listInvitations,
  recordInvitation,
  type UseCaseContext,
} from '@hotline/application';
import {
  invitationAcceptance,
  invitationOutcome,
  invitationPage,
  invitationQuery,
  invitationRecording,
  invitationRefusal,
  invitationView,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { invitationParameters, type InvitationParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 其他部门邀请: where other bodies ask the center to come. */
@Resource('center-invitations', 'joint-conference')
export class InvitationController {
  @Get()
  @Reads({ id: 'listInvitations', summary: '外部门邀请 · Invitations of other bodies', answer: invitationPage })
  list(@Query({ schema: invitationQuery }) query: z.output<typeof invitationQuery>, @Acting() context: UseCaseContext) {
    return listInvitations(context, query);
  }

  @Post()
  @Writes({ id: 'recordInvitation', summary: '登记邀请 · Record an invitation', answer: invitationView, status: 201 })
  record(
    @Body({ schema: invitationRecording }) body: z.output<typeof invitationRecording>,
    @Acting() context: UseCaseContext,
  ) {
    return recordInvitation(context, body);
  }

  @Post(':invitationId/acceptance')
  @Writes({
    id: 'acceptInvitation',
    summary: '确定参加人 · Name who goes',
    answer: invitationView,
    changes: 'invitation',
  })
  accept(
    @Param({ schema: invitationParameters }) parameters: InvitationParameters,
    @Body({ schema: invitationAcceptance }) body: z.output<typeof invitationAcceptance>,
    @Acting() context: UseCaseContext,
  ) {
    return acceptInvitation(context, { ...parameters, ...body });
  }

  @Post(':invitationId/refusal')
  @Writes({ id: 'declineInvitation', summary: '不参加 · Decline', answer: invitationView, changes: 'invitation' })
  decline(
    @Param({ schema: invitationParameters }) parameters: InvitationParameters,
    @Body({ schema: invitationRefusal }) body: z.output<typeof invitationRefusal>,
    @Acting() context: UseCaseContext,
  ) {
    return declineInvitation(context, { ...parameters, ...body });
  }

  @Post(':invitationId/outcome')
  @Writes({
    id: 'attendInvitation',
    summary: '参加结果 · Say what came of it',
    answer: invitationView,
    changes: 'invitation',
  })
  attend(
    @Param({ schema: invitationParameters }) parameters: InvitationParameters,
    @Body({ schema: invitationOutcome }) body: z.output<typeof invitationOutcome>,
    @Acting() context: UseCaseContext,
  ) {
    return attendInvitation(context, { ...parameters, ...body });
  }
}
