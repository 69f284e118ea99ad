import { Get } from '@nestjs/common';
import { rulesInForce, type UseCaseContext } from '@hotline/application';
import { policyView, type Policy } from '@hotline/contracts-http';
import { Reads, Resource } from '../contract/operation.decorator.ts';
import { Acting } from '../house/asked.ts';

/** 政策: the rules in force. */
@Resource('policy', 'policy')
export class PolicyController {
  @Get()
  @Reads({ id: 'getPolicy', summary: '现行政策 · The rules in force', answer: policyView })
  async get(@Acting() context: UseCaseContext): Promise<Policy> {
    const { policy } = await rulesInForce(context.orm.em.fork());
    return { ...policy, pace: policy.pace.kind, suspensionCauses: [...policy.suspensionCauses] };
  }
}
