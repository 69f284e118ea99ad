import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Policy } from '@hotline/domain';
import { PolicyEntity } from '@hotline/persistence';

/** Puts a policy in force now; cases registered from now on are bound to it. */
export async function policyRow(em: SqlEntityManager, policy: Policy): Promise<void> {
  await em.insert(PolicyEntity, { version: policy.version, rules: policy, inForceSince: new Date() });
}
