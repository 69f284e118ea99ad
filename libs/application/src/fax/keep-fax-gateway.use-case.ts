import type { Instant } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** The gateway that faxes our sheets; without a domain they are faxed by hand. */
export interface FaxGatewayView {
  readonly domain?: string;
  readonly changedAt?: Instant;
}

interface Row {
  domain: string | null;
  changed_at: Date;
}

const viewOf = (row: Row | undefined): FaxGatewayView => ({
  ...(row?.domain ? { domain: row.domain } : {}),
  ...(row ? { changedAt: new Date(row.changed_at).toISOString() } : {}),
});

/** Errors: access.denied for all but the administrator and the director. */
export async function getFaxGateway({ orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>): Promise<FaxGatewayView> {
  ensureMayKeep(actor.role);
  const [row] = await orm.em.fork().execute<Row[]>('select domain, changed_at from fax_gateway where id = 1');
  return viewOf(row);
}

/** Sets the gateway's domain, or takes it away; sheets that went out before keep their way. Errors: access.denied. */
export function keepFaxGateway(
  context: UseCaseContext,
  { domain }: { readonly domain?: string },
): Promise<FaxGatewayView> {
  return runUseCase(context, async ({ em, actor, now }) => {
    ensureMayKeep(actor.role);
    const [row] = await em.execute<Row[]>(
      `insert into fax_gateway (id, domain, changed_by, changed_at) values (1, ?, ?, ?)
       on conflict (id) do update set (domain, changed_by, changed_at) = (excluded.domain, excluded.changed_by, excluded.changed_at)
       returning domain, changed_at`,
      [domain ?? null, actor.userId, now],
    );
    return viewOf(row);
  });
}

function ensureMayKeep(role: UseCaseContext['actor']['role']): void {
  if (role !== 'administrator' && role !== 'director') throw new AppError('access.denied');
}
