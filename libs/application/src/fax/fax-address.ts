import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { FaxWay } from '@hotline/domain';
import type { Unit } from '@hotline/persistence';

/** The domain of the gateway that faxes what is mailed to number@domain; nothing where sheets are faxed by hand. */
export async function faxGatewayDomain(em: SqlEntityManager): Promise<string | undefined> {
  const [row] = await em.execute<{ domain: string | null }[]>('select domain from fax_gateway where id = 1');
  return row?.domain ?? undefined;
}

/** Where a mail becomes a fax of this unit: the unit's own address, else its number at the gateway; nothing without either. */
export function faxAddressOf(
  { fax, faxAddress }: Pick<Unit, 'fax' | 'faxAddress'>,
  domain?: string,
): string | undefined {
  if (faxAddress) return faxAddress;
  const digits = (fax ?? '').replace(/\D/g, '');
  return domain && digits ? `${digits}@${domain}` : undefined;
}

/** How a unit is reached that gets an assignment: online, or by a sheet, through the gateway where one reaches it. */
export function reachOf(
  unit: Pick<Unit, 'member' | 'fax' | 'faxAddress'>,
  domain?: string,
): { readonly member: true } | { readonly member: false; readonly faxBy: FaxWay } {
  if (unit.member) return { member: true };
  return { member: false, faxBy: faxAddressOf(unit, domain) ? 'gateway' : 'hand' };
}
