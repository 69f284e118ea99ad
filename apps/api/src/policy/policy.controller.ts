import { Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { getPolicyVersion, listPolicies, rulesInForce, type UseCaseContext } from '@hotline/application';
import {
  CHANNELS,
  policyVersionQuery,
  policyVersions,
  policyVersionView,
  policyView,
  type Policy,
} from '@hotline/contracts-http';
import { Reads, Resource } from '../contract/operation.decorator.ts';
import { policyVersionParameters, type PolicyVersionParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 政策: the rules in force. */
@Resource('policy', 'policy')
export class PolicyController {
  @Get()
  @Reads({ id: 'getPolicy', summary: '现行政策 · The rules in force', answer: policyView })
  async get(@Acting() context: UseCaseContext): Promise<Policy> {
    const { policy } = await rulesInForce(context.orm.em.fork());
    const { offered, ...line122 } = policy.line122;
    return {
      ...policy,
      pace: policy.pace.kind,
      suspensionCauses: [...policy.suspensionCauses],
      channels: CHANNELS.filter((channel) => offered || channel !== 'phone-122'),
      line122: offered ? line122 : undefined,
    };
  }

  @Get('versions')
  @Reads({ id: 'listPolicies', summary: '政策各版 · Every version of the policy', answer: policyVersions })
  list(@Acting() context: UseCaseContext) {
    return listPolicies(context);
  }

  @Get('versions/:version')
  @Reads({
    id: 'getPolicyVersion',
    summary: '政策的某一版 · A version whole, and what differs',
    answer: policyVersionView,
  })
  version(
    @Param({ schema: policyVersionParameters }) { version }: PolicyVersionParameters,
    @Query({ schema: policyVersionQuery }) { against }: z.output<typeof policyVersionQuery>,
    @Acting() context: UseCaseContext,
  ) {
    return getPolicyVersion(context, { version, against });
  }
}
