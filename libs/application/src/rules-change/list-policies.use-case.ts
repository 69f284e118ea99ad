import { maySeeRules, policyDifferences, type Instant, type Policy, type PolicyDifference } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { policyOfVersion } from '../rules/rules.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

type Asking = Pick<UseCaseContext, 'orm' | 'actor'>;

/** A version of the policy: who brought it, when and why is in its change. */
export interface PolicyVersionView {
  readonly version: number;
  readonly name: string;
  readonly inForceSince?: Instant;
  readonly changeId?: string;
  readonly approvedByName?: string;
}

interface Row {
  version: number;
  name: string;
  in_force_since: Date | null;
  change_id: string | null;
  approved_by_name: string | null;
}

/** Every version of the policy, the newest first. Errors: access.denied. */
export async function listPolicies({ orm, actor }: Asking): Promise<{ readonly items: PolicyVersionView[] }> {
  if (!maySeeRules(actor)) throw new AppError('access.denied', { action: 'see-rules' });
  const rows = await orm.em.fork().execute<Row[]>(
    `select p.version, p.rules->>'name' as name, p.in_force_since, c.id as change_id, u.name as approved_by_name
     from policy p left join rules_change c on c.policy_version = p.version left join app_user u on u.id = c.approved_by
     order by p.version desc limit 1000`,
  );
  return {
    items: rows.map((row) => ({
      version: row.version,
      name: row.name,
      ...(row.in_force_since ? { inForceSince: new Date(row.in_force_since).toISOString() } : {}),
      ...(row.change_id ? { changeId: row.change_id } : {}),
      ...(row.approved_by_name ? { approvedByName: row.approved_by_name } : {}),
    })),
  };
}

/** A version whole, but for its number, as it is drafted from; and what differs in it from another. Errors: policy.no-such-version. */
export async function getPolicyVersion(
  { orm, actor }: Asking,
  { version, against }: { readonly version: number; readonly against?: number | undefined },
): Promise<{ readonly version: number; readonly policy: object; readonly differences: readonly PolicyDifference[] }> {
  if (!maySeeRules(actor)) throw new AppError('policy.no-such-version');
  const em = orm.em.fork();
  const ruleOf = async (number: number): Promise<Omit<Policy, 'version'>> => {
    const policy = await policyOfVersion(em, number);
    if (!policy) throw new AppError('policy.no-such-version', { version: number });
    const { version: _, ...rules } = policy;
    return rules;
  };
  const policy = await ruleOf(version);
  return {
    version,
    policy,
    differences: against === undefined ? [] : policyDifferences(await ruleOf(against), policy),
  };
}
