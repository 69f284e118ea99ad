import { Body, Get, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { decideProposal, listProposals, type UseCaseContext } from '@hotline/application';
import { caseView, proposalDecision, proposalList } from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { proposalParameters, type ProposalParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 提议: ways out that the director decides upon. */
@Resource('', 'proposal')
export class ProposalController {
  @Get('proposals')
  @Reads({ id: 'listProposals', summary: '待批提议 · Proposals that wait for a decision', answer: proposalList })
  list(@Acting() context: UseCaseContext) {
    return listProposals(context);
  }

  @Post('cases/:caseNumber/proposals/:proposalId/decision')
  @Writes({ id: 'decideProposal', summary: '审批提议 · Decide a proposal', answer: caseView, changes: 'case' })
  decide(
    @Param({ schema: proposalParameters }) parameters: ProposalParameters,
    @Body({ schema: proposalDecision }) body: z.output<typeof proposalDecision>,
    @Acting() context: UseCaseContext,
  ) {
    return decideProposal(context, { ...parameters, ...body });
  }
}
