import { seesConferences, type InvitationStatus } from '@hotline/domain';
import { CenterInvitationEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { isOwnInstant, pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { invitationViews, type InvitationView } from './invitation-view.ts';

/** Other bodies' invitations, the latest first, for the center and the leaders. Errors: access.denied, list.bad-cursor. */
export async function listInvitations(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: PageInput & { readonly status?: InvitationStatus },
): Promise<Page<InvitationView>> {
  if (!seesConferences(actor)) throw new AppError('access.denied', { action: 'list-invitations' });
  const em = orm.em.fork();
  const after = input.after ? readCursor(input.after) : undefined;
  const rows = await em.find(
    CenterInvitationEntity,
    {
      ...(input.status ? { status: input.status } : {}),
      ...(after ? { $or: [{ startsAt: { $lt: after.at } }, { startsAt: after.at, id: { $gt: after.id } }] } : {}),
    },
    { orderBy: [{ startsAt: 'desc' }, { id: 'asc' }], limit: input.limit + 1, disableIdentityMap: true },
  );
  const page = pageOf(rows, input.limit, ({ startsAt, id }) => `${startsAt.toISOString()}_${id}`);
  return { ...page, items: await invitationViews(em, page.items) };
}

function readCursor(cursor: string): { at: Date; id: string } {
  const [at, id] = cursor.split('_');
  if (!isOwnInstant(at) || !id || !/^invitation-\d{1,12}$/.test(id)) throw new AppError('list.bad-cursor');
  return { at: new Date(at), id };
}
