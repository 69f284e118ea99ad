import { seesConferences, type ConferenceStatus, type Instant } from '@hotline/domain';
import { ConferenceEntity, type Conference } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { conferenceView, type ConferenceView } from './conference-view.ts';
import { conferenceInSight, maySeeConference } from './on-conference.ts';

/** A session in a list. */
export interface ConferenceLine {
  readonly conferenceId: string;
  readonly month: string;
  readonly status: ConferenceStatus;
  readonly startsAt: Instant;
  readonly place?: string;
  /** How many items stand on its agenda; for the center and the leaders. */
  readonly items?: number;
}

/** The sessions that the actor may see, newest first. Keyset: `after` is the last session's id. */
export async function listConferences(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: PageInput,
): Promise<Page<ConferenceLine>> {
  const em = orm.em.fork();
  const all = seesConferences(actor);
  if (!all && !actor.unitId) throw new AppError('access.denied', { action: 'list-conferences' });
  const rows = await em.execute<{ id: string }[]>(
    `select id from conference where ${all ? 'true' : 'unit_ids @> ?::jsonb'} and id < ? order by id desc limit ?`,
    [...(all ? [] : [JSON.stringify([actor.unitId])]), input.after ?? 'conference-~', input.limit + 1],
  );
  const found = await em.find(
    ConferenceEntity,
    { id: { $in: rows.map(({ id }) => id) } },
    { orderBy: { id: 'desc' }, disableIdentityMap: true },
  );
  const page = pageOf(found, input.limit, ({ id }) => id);
  return { ...page, items: page.items.map((row) => lineOf(row, all)) };
}

function lineOf({ id, month, status, startsAt, place, items }: Conference, all: boolean): ConferenceLine {
  return {
    conferenceId: id,
    month,
    status,
    startsAt: startsAt.toISOString(),
    ...(place ? { place } : {}),
    ...(all ? { items } : {}),
  };
}

/** One session. Errors: conference.not-found, also for what is not his. */
export async function getConference(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { conferenceId }: { readonly conferenceId: string },
): Promise<ConferenceView> {
  const em = orm.em.fork();
  return conferenceView({ em, actor }, await conferenceInSight({ em, actor }, conferenceId));
}

/** Whether somebody may hear that a session, or an invitation of another body, has changed. */
export async function seeConference(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { stream }: { readonly stream: string },
): Promise<boolean> {
  if (seesConferences(actor)) return true;
  const row = await orm.em.fork().findOne(ConferenceEntity, { id: stream }, { disableIdentityMap: true });
  return row !== null && maySeeConference(actor, row);
}
